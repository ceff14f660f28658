import { describe, expect, it } from "vitest";
import { PROPOSAL } from "@/testing/fixtures";
import { type AssistantMessage, newAssistantMessage } from "./message";
import { resolutionPrompt } from "./resolution";
import { EMPTY_THREAD, type ThreadState } from "./thread";

const looked = { callId: "k", tool: "searchHelp", state: "done" } as const;

function promptAfter(answer: Partial<AssistantMessage>, part: Partial<ThreadState> = {}) {
  const last = {
    ...newAssistantMessage({ key: "a1", at: "" }),
    status: "done" as const,
    text: "Here.",
    ...answer,
  };
  return resolutionPrompt({ ...EMPTY_THREAD, phase: "ready", messages: [last], ...part });
}

describe("resolutionPrompt", () => {
  it("asks at once after an errand", () => {
    const proposals = [PROPOSAL];
    expect(promptAfter({ proposals }, { actions: { x1: { status: "executed" } } })).toBe("now");
    expect(promptAfter({ proposals }, { actions: { x1: { status: "declined" } } })).toBe("never");
  });

  it("asks when it is quiet after an answer that looked something up", () => {
    expect(promptAfter({ tools: [looked] })).toBe("whenQuiet");
    expect(promptAfter({})).toBe("never");
  });

  it("goes on showing what the shopper said", () => {
    expect(promptAfter({}, { resolved: true })).toBe("now");
    expect(promptAfter({}, { resolved: false })).toBe("now");
  });

  it("never asks while something is open", () => {
    const open: [Partial<AssistantMessage>, Partial<ThreadState>][] = [
      [{ status: "failed" }, {}],
      [{ text: "Which one?", choices: [{ label: "This", text: "This" }] }, {}],
      [{}, { turn: { lastEventId: 0 } }],
      [{}, { pendingAction: PROPOSAL }],
      [{}, { ticket: { ticketId: "k", state: "open" } }],
      [{}, { verification: { ...EMPTY_THREAD.verification, askedIn: "a1" } }],
    ];
    for (const [answer, part] of open) {
      expect(promptAfter({ tools: [looked], ...answer }, part)).toBe("never");
    }
    expect(resolutionPrompt(EMPTY_THREAD)).toBe("never");
  });
});
