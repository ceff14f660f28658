import type { ThreadState } from "./thread";

/** Whether and how soon the shopper is asked if it is solved. */
export type ResolutionPrompt = "never" | "now" | "whenQuiet";

/**
 * After an errand at once, after any other whole answer when the talk has gone quiet. Never while
 * something is open: an answer, a decision, a check of who is asking, a question back or a person's turn.
 */
export function resolutionPrompt(state: ThreadState): ResolutionPrompt {
  const last = state.messages.at(-1);
  const withPerson = state.ticket !== undefined && state.ticket.state !== "resolved";
  if (
    state.turn ||
    state.pendingAction ||
    withPerson ||
    last?.from !== "assistant" ||
    last.status !== "done" ||
    (last.choices.length > 0 && /[?؟]\s*$/.test(last.text)) ||
    state.verification.askedIn === last.key
  ) {
    return "never";
  }
  const ended = last.proposals.some((one) => state.actions[one.actionId]?.status === "executed");
  if (ended || state.resolved !== undefined) return "now";
  return last.cards.length + last.citations.length + last.tools.length > 0 ? "whenQuiet" : "never";
}
