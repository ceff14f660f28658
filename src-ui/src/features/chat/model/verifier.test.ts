import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api-error";
import { openSession, settle } from "@/testing/open-session";
import { decodeTranscript } from "./transcript";

const UNTIL = "2026-03-05T10:30:00Z";
const MESSAGES = [
  { messageId: "q1", from: "shopper", text: "All my orders?" },
  {
    messageId: "a1",
    from: "assistant",
    text: "Who are you?",
    events: [{ event: "verification.required", data: {} }],
  },
];

async function openedAsGuest() {
  const all = openSession({ id: "c1", token: "secret" });
  all.api.transcript = decodeTranscript({ id: "c1", messages: MESSAGES });
  await all.session.open();
  return { ...all, verification: () => all.session.getState().verification };
}

describe("a code by mail", () => {
  it("is asked for and given", async () => {
    const { api, session, verification } = await openedAsGuest();
    await session.verifier.requestCode("a@example.com");
    expect(verification().check).toEqual({
      expiresAt: "2026-03-05T10:10:00Z",
      email: "a@example.com",
    });
    api.checks = [{ level: "customer", verifiedUntil: UNTIL }];
    await session.verifier.submitCode("123456");
    expect(api.checked).toEqual(["a@example.com", "123456"]);
    expect(verification()).toMatchObject({
      level: "customer",
      verifiedUntil: UNTIL,
      done: true,
      check: undefined,
    });
  });

  it("that is wrong costs a try", async () => {
    const { api, session, verification } = await openedAsGuest();
    await session.verifier.requestCode("a@example.com");
    const refusal = new ApiError(422, "code_invalid", undefined, { problem: { triesLeft: 1 } });
    api.checks = [refusal];
    await expect(session.verifier.submitCode("000000")).rejects.toBe(refusal);
    expect(verification()).toMatchObject({ done: false, check: { triesLeft: 1 } });
  });

  it("may be written into the conversation; then the transcript tells what came of it", async () => {
    const { api, session, verification } = await openedAsGuest();
    await session.verifier.requestCode("a@example.com");
    void session.send("123456");
    api.transcript = decodeTranscript({
      id: "c1",
      level: "customer",
      verifiedUntil: UNTIL,
      messages: [
        ...MESSAGES,
        { messageId: "q2", turnId: "t2", from: "shopper", text: "••••••" },
        { messageId: "a2", turnId: "t2", from: "assistant", text: "Thank you." },
      ],
    });
    api.turns[0]?.emit(1, { type: "turn.started", turnId: "t2" });
    api.turns[0]?.emit(2, {
      type: "turn.completed",
      messageId: "a2",
      text: "Thank you.",
      degraded: false,
    });
    api.turns[0]?.end();
    await settle();
    expect(verification()).toMatchObject({ done: true, askedIn: "a1", verifiedUntil: UNTIL });
    expect(session.getState().messages.map(({ text }) => text)).toContain("••••••");
    expect(session.getState().messages.map(({ text }) => text)).not.toContain("123456");
  });
});

describe("one order", () => {
  it("is opened by what belongs together, and by nothing else", async () => {
    const { api, session, verification } = await openedAsGuest();
    api.checks = [{ level: "anonymous" }, { level: "order" }];
    const lookup = { orderId: "#A1", postalCode: "1100" };
    expect(await session.verifier.lookUpOrder(lookup)).toBe(false);
    expect(verification().done).toBe(false);
    expect(await session.verifier.lookUpOrder(lookup)).toBe(true);
    expect(verification()).toMatchObject({ level: "order", done: true });
    expect(api.checked).toEqual([lookup, lookup]);
  });
});
