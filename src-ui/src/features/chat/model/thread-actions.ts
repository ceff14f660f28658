import {
  type ActionProposal,
  type ActionState,
  type ActionStates,
  mergeStates,
  propose,
  settle,
} from "./action";
import type { ChatEvent } from "./chat-event";
import type { ThreadMessage } from "./message";
import type { ThreadState } from "./thread";

/** The actions after one more event of the conversation. */
export function applyActionEvent(states: ActionStates, event: ChatEvent): ActionStates {
  switch (event.type) {
    case "action.proposed":
      return propose(states, event.proposal.actionId);
    case "action.settled":
      return settle(states, event.actionId, event.outcome);
    default:
      return states;
  }
}

/** The thread with other states of its actions; one that has ended waits no more. */
export function withActions(state: ThreadState, actions: ActionStates): ThreadState {
  const { pendingAction } = state;
  const open = pendingAction && actions[pendingAction.actionId]?.status === "pending";
  return { ...state, actions, pendingAction: open ? pendingAction : undefined };
}

/**
 * The actions of a transcript: what its events and its list of states say together. Of those without
 * a state only the pending one is open.
 *
 * @param events all events of all messages, oldest first
 */
export function readActions(
  events: readonly ChatEvent[],
  listed: ActionStates,
  pending: ActionProposal | undefined,
): ActionStates {
  const told = events.reduce(applyActionEvent, {});
  const states = mergeStates(told, listed);
  const ended = Object.entries(states).map(([id, state]): [string, ActionState] =>
    state.status === "pending" && !listed[id] && id !== pending?.actionId
      ? [id, { status: "expired" }]
      : [id, state],
  );
  const known = Object.fromEntries(ended);
  return pending ? propose(known, pending.actionId) : known;
}

/** The key of the answer that an action was proposed in. */
export function answerWith(
  messages: readonly ThreadMessage[],
  actionId: string,
): string | undefined {
  return messages.find(
    (message) =>
      message.from === "assistant" &&
      message.proposals.some((proposal) => proposal.actionId === actionId),
  )?.key;
}

/** The action that waits although the message it came with is not in view; it is shown at the end. */
export function strayAction({ messages, pendingAction }: ThreadState): ActionProposal | undefined {
  return pendingAction && answerWith(messages, pendingAction.actionId) === undefined
    ? pendingAction
    : undefined;
}
