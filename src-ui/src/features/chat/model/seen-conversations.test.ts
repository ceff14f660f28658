import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationSummary } from "./conversation-summary";
import { storedSeenConversations } from "./seen-conversations";

const at = (minute: number, second = 0) =>
  new Date(Date.UTC(2026, 2, 5, 10, minute, second)).toISOString();
const talk = (id: string, updatedAt: string): ConversationSummary => ({
  id,
  title: "Hi",
  updatedAt,
  state: "open",
});

beforeEach(() => localStorage.clear());

describe("storedSeenConversations", () => {
  it("tells what came after the last look", () => {
    const seen = storedSeenConversations("C1");
    seen.note("c1", at(10));
    expect(seen.isUnread(talk("c1", at(9)))).toBe(false);
    expect(seen.isUnread(talk("c1", at(11)))).toBe(true);
    seen.note("c1", at(11));
    expect(seen.isUnread(talk("c1", at(11)))).toBe(false);
  });

  it("never goes back to an earlier look", () => {
    const seen = storedSeenConversations("C1");
    seen.note("c1", at(10));
    seen.note("c1", at(5));
    expect(seen.isUnread(talk("c1", at(9)))).toBe(false);
  });

  it("overlooks clocks that differ by a moment", () => {
    const seen = storedSeenConversations("C1");
    seen.note("c1", at(10));
    expect(seen.isUnread(talk("c1", at(10, 3)))).toBe(false);
  });

  it("counts from the first listing where it was never opened here", () => {
    const seen = storedSeenConversations("C1");
    expect(seen.isUnread(talk("c1", at(10)))).toBe(false);
    seen.noteNew([talk("c1", at(10))]);
    expect(seen.isUnread(talk("c1", at(11)))).toBe(true);
    seen.noteNew([talk("c1", at(11))]);
    expect(seen.isUnread(talk("c1", at(11)))).toBe(true);
  });

  it("keeps shoppers apart", () => {
    storedSeenConversations("C1").note("c1", at(10));
    expect(storedSeenConversations("C2").isUnread(talk("c1", at(11)))).toBe(false);
  });

  it("forgets those that were not looked at for the longest", () => {
    const seen = storedSeenConversations("C1");
    for (let n = 0; n < 201; n += 1) seen.note(`c${n}`, at(n));
    expect(seen.isUnread(talk("c0", at(400)))).toBe(false);
    expect(seen.isUnread(talk("c1", at(400)))).toBe(true);
  });

  it("takes what it can't read for never seen", () => {
    localStorage.setItem("attendant.seen.C1", '{"c1":7}');
    expect(storedSeenConversations("C1").isUnread(talk("c1", at(1)))).toBe(false);
  });
});
