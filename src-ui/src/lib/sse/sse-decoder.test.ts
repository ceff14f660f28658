import { describe, expect, it } from "vitest";
import { seededRandom } from "@/testing/random";
import { decodeSse, SSE_START, type SseFrame } from "./sse-decoder";

function decodeAll(chunks: string[]): SseFrame[] {
  let state = SSE_START;
  return chunks.flatMap((chunk) => {
    const decoded = decodeSse(state, chunk);
    state = decoded.state;
    return decoded.frames;
  });
}

describe("decodeSse", () => {
  it("reads event, id and data", () => {
    expect(decodeAll(["id: 7\nevent: text.delta\ndata: {}\n\n"])).toEqual([
      { event: "text.delta", data: "{}", id: "7" },
    ]);
  });

  it("joins several data lines with line breaks", () => {
    expect(decodeAll(["data: a\ndata:\ndata: b\n\n"])[0]?.data).toBe("a\n\nb");
  });

  it("takes one space after the colon away, and only one", () => {
    expect(decodeAll(["data:  two\n\ndata:none\n\n"]).map((frame) => frame.data)).toEqual([
      " two",
      "none",
    ]);
  });

  it("keeps the last id for frames that bring none", () => {
    expect(decodeAll(["id: 3\ndata: a\n\ndata: b\n\n"]).map((frame) => frame.id)).toEqual([
      "3",
      "3",
    ]);
  });

  it("skips comments, unknown fields and frames without data", () => {
    expect(decodeAll([": heartbeat\n\nretry: 9\nevent: x\n\nfoo\ndata: y\n\n"])).toEqual([
      { event: "message", data: "y", id: undefined },
    ]);
  });

  it("ignores an id with a NUL character", () => {
    expect(decodeAll(["id: a\0b\ndata: x\n\n"])[0]?.id).toBeUndefined();
  });

  it("holds back a frame that has not ended", () => {
    expect(decodeAll(["data: a\n"])).toEqual([]);
  });

  it("does not read a byte order mark as text", () => {
    expect(decodeAll(["\uFEFFdata: a\n\n"])[0]?.data).toBe("a");
  });

  it("does not change the state that it is given", () => {
    const { state } = decodeSse(SSE_START, "data: a\n");
    const before = structuredClone(state);
    decodeSse(state, "data: b\n\n");
    expect(state).toEqual(before);
  });

  const text =
    '\uFEFF: hello\n\nid: 1\nevent: turn.started\ndata: {"turnId":"t"}\n\n: beat\n\nid: 2\nevent: text.delta\ndata: {"text":"Grüße 👋"}\ndata: second\n\ndata\n\nevent: done\ndata: x\n\n';

  it.each(["\n", "\r\n", "\r"])(
    "gives the same frames wherever the stream is cut (%j)",
    (lineEnd) => {
      const stream = text.replaceAll("\n", lineEnd);
      const whole = decodeAll([stream]);
      expect(whole).toHaveLength(4);
      for (let seed = 1; seed <= 300; seed += 1) {
        expect(decodeAll(cut(stream, seededRandom(seed)))).toEqual(whole);
      }
      expect(decodeAll([...stream])).toEqual(whole);
    },
  );
});

function cut(text: string, random: () => number): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; ) {
    const size = Math.floor(random() * 9);
    chunks.push(text.slice(at, at + size));
    at += size;
  }
  return chunks;
}
