import { type ActionProposal, type ActionStates, mergeStates } from "./action";
import type { ThreadMessage } from "./message";
import type { ThreadState } from "./thread";
import { isQueued } from "./thread-queue";
import { readVerification } from "./thread-verification";
import type { Transcript } from "./transcript";
import { UNVERIFIED } from "./verification";

/**
 * The server's transcript is the truth. What is on the page keeps its key, so that nothing jumps,
 * and a question that never reached the server stays at the end to be sent again.
 */
export function withTranscript(state: ThreadState, transcript: Transcript): ThreadState {
  const same = state.conversationId === transcript.id;
  const known = same ? state.messages : [];
  const messages = transcript.messages.map((message) => {
    const shown = known.find((candidate) => isSameMessage(candidate, message));
    return shown ? { ...message, key: shown.key } : message;
  });
  const actions = mergeStates(same ? state.actions : {}, transcript.actions);
  const unsent = known.findIndex((m) => isQueued(m) || isUndelivered(m));
  return {
    ...state,
    phase: "ready",
    failureCode: undefined,
    conversationId: transcript.id,
    locale: transcript.locale,
    greeting: transcript.greeting,
    suggestions: transcript.suggestions,
    messages: unsent < 0 ? messages : [...messages, ...known.slice(unsent)],
    turn: transcript.activeTurn && { turnId: transcript.activeTurn.turnId, lastEventId: 0 },
    ticket: transcript.ticket,
    actions,
    pendingAction: isOpen(actions, transcript.pendingAction) ? transcript.pendingAction : undefined,
    ratings: transcript.ratings,
    resolved: transcript.resolved,
    verification: readVerification(same ? state.verification : UNVERIFIED, messages, transcript),
  };
}

function isOpen(actions: ActionStates, proposal: ActionProposal | undefined): boolean {
  return proposal !== undefined && actions[proposal.actionId]?.status === "pending";
}

function isUndelivered(message: ThreadMessage): boolean {
  return message.from === "shopper" && message.delivery === "failed";
}

function isSameMessage(shown: ThreadMessage, told: ThreadMessage): boolean {
  if (shown.from !== told.from) return false;
  if (shown.messageId && shown.messageId === told.messageId) return true;
  return shown.turnId !== undefined && shown.turnId === told.turnId;
}
