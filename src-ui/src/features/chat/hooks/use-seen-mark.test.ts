import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signIn, signOut } from "@/lib/identity";
import { storedSeenConversations } from "../model/seen-conversations";
import { EMPTY_THREAD, type ThreadState } from "../model/thread";
import { useSeenMark } from "./use-seen-mark";

const NOW = "2026-03-05T10:00:00Z";
const state: ThreadState = {
  ...EMPTY_THREAD,
  phase: "ready",
  conversationId: "c1",
  messages: [{ key: "m1", from: "agent", text: "Hello", at: "2026-03-05T09:00:00Z" }],
};
const isUnread = (updatedAt: string) =>
  storedSeenConversations("C1").isUnread({ id: "c1", title: "", state: "open", updatedAt });

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: new Date(NOW) });
  signIn("C1", "token");
});
afterEach(() => {
  vi.useRealTimers();
  signOut();
});

describe("useSeenMark", () => {
  it("notes each new message while the shopper looks", () => {
    const { rerender } = renderHook(({ shown }) => useSeenMark(shown, true), {
      initialProps: { shown: state },
    });
    expect(isUnread(NOW)).toBe(false);
    expect(isUnread("2026-03-05T10:05:00Z")).toBe(true);
    vi.setSystemTime("2026-03-05T10:06:00Z");
    const answered = { ...state.messages[0], key: "m2", at: "2026-03-05T10:06:00Z" };
    rerender({ shown: { ...state, messages: [...state.messages, answered] as never } });
    expect(isUnread("2026-03-05T10:05:00Z")).toBe(false);
  });

  it("notes nothing in a tab that is not in front, and none of a guest's", () => {
    renderHook(() => useSeenMark(state, false));
    expect(localStorage.getItem("attendant.seen.C1")).toBeNull();
    signOut();
    renderHook(() => useSeenMark(state, true));
    expect(localStorage.getItem("attendant.seen.guest")).toBeNull();
  });
});
