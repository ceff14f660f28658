import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { useDraft } from "./use-draft";

const draftIn = (conversationId: string | undefined) =>
  renderHook(({ id }) => useDraft(id), { initialProps: { id: conversationId } });

describe("useDraft", () => {
  afterEach(() => localStorage.clear());

  it("keeps a draft of each conversation", () => {
    const first = draftIn("c1");
    act(() => first.result.current[1]("Where is"));
    first.rerender({ id: "c2" });
    expect(first.result.current[0]).toBe("");
    act(() => first.result.current[1]("Another"));
    first.rerender({ id: "c1" });
    expect(first.result.current[0]).toBe("Where is");
    expect(draftIn("c2").result.current[0]).toBe("Another");
  });

  it("leaves nothing of a message that was sent", () => {
    const { result } = draftIn("c1");
    act(() => result.current[1]("Hello"));
    act(() => result.current[1](""));
    expect(localStorage.getItem("attendant.drafts")).toBe("{}");
  });

  it("takes along what was written before the conversation was there", () => {
    const { result, rerender } = draftIn(undefined);
    act(() => result.current[1]("Hello"));
    rerender({ id: "c1" });
    expect(result.current[0]).toBe("Hello");
  });

  it("keeps the newest ten", () => {
    for (let i = 0; i < 12; i += 1) {
      const { result } = draftIn(`c${i}`);
      act(() => result.current[1](`draft ${i}`));
    }
    const kept = Object.keys(JSON.parse(localStorage.getItem("attendant.drafts") ?? "{}"));
    expect(kept).toHaveLength(10);
    expect(kept).not.toContain("c0");
    expect(kept).toContain("c11");
  });
});
