import type { ChatEvent } from "./chat-event";
import {
  type AssistantMessage,
  applyTurnEvent,
  type Failure,
  newAssistantMessage,
  type ThreadMessage,
} from "./message";
import type { RunningTurn, ThreadAction, ThreadState } from "./thread";
import { applyActionEvent, withActions } from "./thread-actions";
import { askFor } from "./verification";

/** A question of this tab, and the place of its answer. */
export function requestTurn(
  state: ThreadState,
  action: Extract<ThreadAction, { type: "turnRequested" }>,
): ThreadState {
  const from = state.messages.findIndex((message) => message.key === action.replacesKey);
  const kept = from < 0 ? state.messages : state.messages.slice(0, from);
  const answer = newAssistantMessage({ key: action.answerKey, at: action.at });
  return {
    ...state,
    messages: [
      ...kept,
      {
        key: action.shopperKey,
        from: "shopper",
        text: action.text,
        at: action.at,
        clientMessageId: action.clientMessageId,
        delivery: "sending",
      },
      answer,
    ],
    turn: { answerKey: action.answerKey, lastEventId: 0 },
    resolved: undefined,
    noticeCode: undefined,
  };
}

/** The answer of a turn that was found running. */
export function joinTurn(
  state: ThreadState,
  action: Extract<ThreadAction, { type: "turnJoined" }>,
): ThreadState {
  const { turnId, at } = action;
  // The transcript may already hold what came before the break; the stream tells it all again.
  const others = state.messages.filter((m) => m.from !== "assistant" || m.turnId !== turnId);
  const asked = others.some((m) => m.from === "shopper" && m.turnId === turnId);
  const question: ThreadMessage = {
    key: action.shopperKey,
    from: "shopper",
    text: action.text,
    turnId,
    at,
    delivery: "sent",
  };
  return {
    ...state,
    messages: [
      ...(asked ? others : [...others, question]),
      newAssistantMessage({ key: action.answerKey, turnId, at }),
    ],
    turn: { answerKey: action.answerKey, turnId, lastEventId: 0 },
  };
}

/** The thread after one more event of the answer that this tab follows. */
export function applyToTurn(
  state: ThreadState,
  answerKey: string,
  eventId: number | undefined,
  event: ChatEvent,
): ThreadState {
  // A stream that was joined again may repeat what has been seen.
  const seen = state.turn?.lastEventId ?? 0;
  if (state.turn?.answerKey !== answerKey || (eventId !== undefined && eventId <= seen)) {
    return state;
  }
  const index = state.messages.findIndex((message) => message.key === answerKey);
  const answer = state.messages[index];
  if (answer?.from !== "assistant") return state;
  const next: ThreadState = {
    ...state,
    messages: state.messages.with(index, applyTurnEvent(answer, event)),
    turn: nextTurn({ ...state.turn, lastEventId: eventId ?? seen }, event),
  };
  switch (event.type) {
    case "handoff.created":
      return { ...next, ticket: { ticketId: event.ticketId, state: "open" } };
    case "turn.started":
      return markDelivered(next, index, event.turnId);
    case "action.proposed":
      return {
        ...next,
        actions: applyActionEvent(state.actions, event),
        pendingAction: event.proposal,
      };
    case "action.settled":
      return withActions(next, applyActionEvent(state.actions, event));
    case "verification.required":
      return { ...next, verification: askFor(state.verification, answerKey) };
    default:
      return next;
  }
}

/** The thread after an answer that never came, or broke off for good. */
export function refuseTurn(state: ThreadState, answerKey: string, failure: Failure): ThreadState {
  const index = state.messages.findIndex((message) => message.key === answerKey);
  const answer = state.messages[index];
  const turn = state.turn?.answerKey === answerKey ? undefined : state.turn;
  if (answer?.from !== "assistant") return { ...state, turn };
  const failed: AssistantMessage = { ...answer, status: "failed", failure };
  const messages = state.messages.with(index, failed);
  const asked = messages[index - 1];
  if (asked?.from === "shopper" && asked.delivery === "sending") {
    messages[index - 1] = { ...asked, delivery: "failed" };
  }
  return { ...state, messages, turn };
}

function nextTurn(turn: RunningTurn, event: ChatEvent): RunningTurn | undefined {
  if (event.type === "turn.completed" || event.type === "turn.failed") return undefined;
  return event.type === "turn.started" ? { ...turn, turnId: event.turnId } : turn;
}

function markDelivered(state: ThreadState, answerIndex: number, turnId: string): ThreadState {
  const asked = state.messages[answerIndex - 1];
  if (asked?.from !== "shopper") return state;
  return {
    ...state,
    messages: state.messages.with(answerIndex - 1, { ...asked, turnId, delivery: "sent" }),
  };
}
