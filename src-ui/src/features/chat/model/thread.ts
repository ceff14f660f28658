import {
  type ActionOutcome,
  type ActionProposal,
  type ActionStates,
  type Decision,
  failDecision,
  sendDecision,
  settle,
} from "./action";
import type { ChatEvent, Choice, Ticket } from "./chat-event";
import { type Feedback, type Ratings, withRating } from "./feedback";
import type { Failure, ThreadMessage } from "./message";
import { answerWith, withActions } from "./thread-actions";
import { isQueued, type QueuedMessage, queueMessage } from "./thread-queue";
import { withTranscript } from "./thread-transcript";
import { applyToTurn, joinTurn, refuseTurn, requestTurn } from "./thread-turn";
import { lastAnswerKey } from "./thread-verification";
import type { Transcript } from "./transcript";
import {
  askFor,
  type CodeCheck,
  noteWrongCode,
  UNVERIFIED,
  VERIFICATION_CODE,
  type Verification,
  type VerificationResult,
  verified,
} from "./verification";

export type Connection = "connecting" | "live" | "reconnecting";

/** The turn that is being answered. */
export interface RunningTurn {
  /** The answer that this tab follows; absent for a turn that it can only wait for. */
  answerKey?: string;
  turnId?: string;
  /** The number of the newest event seen of it. */
  lastEventId: number;
}

/** Everything the chat page shows. */
export interface ThreadState {
  phase: "opening" | "ready" | "failed";
  /** Why the conversation could not be opened. */
  failureCode?: string;
  conversationId?: string;
  /** The language that the conversation began in, and its greeting was asked for in. */
  locale?: string;
  greeting: string;
  suggestions: readonly Choice[];
  messages: readonly ThreadMessage[];
  turn?: RunningTurn;
  ticket?: Ticket;
  actions: ActionStates;
  /** The newest action that waits for the shopper, also when its message is not in view any more. */
  pendingAction?: ActionProposal;
  verification: Verification;
  ratings: Ratings;
  /** The shopper's own word on whether it is solved, as long as they ask nothing more. */
  resolved?: boolean;
  connection: Connection;
  /** Whether the browser has no network at all. */
  offline: boolean;
  /** Why something else than a turn, such as calling a person, has just failed. */
  noticeCode?: string;
}

export const EMPTY_THREAD: ThreadState = {
  phase: "opening",
  greeting: "",
  suggestions: [],
  messages: [],
  actions: {},
  verification: UNVERIFIED,
  ratings: {},
  connection: "connecting",
  offline: false,
};

export type ThreadAction =
  | { type: "opening" }
  | { type: "openingFailed"; code: string }
  | {
      type: "opened";
      conversationId: string;
      locale: string;
      greeting: string;
      suggestions: readonly Choice[];
    }
  | { type: "transcriptLoaded"; transcript: Transcript }
  | {
      type: "turnRequested";
      shopperKey: string;
      answerKey: string;
      clientMessageId: string;
      text: string;
      at: string;
      /** Key of the shopper's message from which on the thread is dropped. */
      replacesKey?: string;
    }
  | { type: "turnEvent"; answerKey: string; eventId: number | undefined; event: ChatEvent }
  | { type: "turnRefused"; answerKey: string; failure: Failure }
  | {
      type: "turnJoined";
      shopperKey: string;
      answerKey: string;
      turnId: string;
      text: string;
      at: string;
    }
  | { type: "foreignTurnStarted"; turnId: string }
  | { type: "foreignTurnEnded" }
  | { type: "agentWrote"; messageId: string; text: string; at: string }
  | { type: "ticketUpdated"; ticket: Ticket }
  | { type: "decisionSent"; actionId: string; decision: Decision }
  | { type: "decisionFailed"; actionId: string; decision: Decision; code: string }
  | { type: "actionSettled"; actionId: string; outcome: ActionOutcome }
  | { type: "codeSent"; check: CodeCheck }
  | { type: "codeRefused"; triesLeft: number }
  | { type: "verified"; result: VerificationResult }
  | { type: "rated"; messageId: string; feedback: Feedback | undefined }
  | { type: "resolutionGiven"; resolved: boolean | undefined }
  | { type: "connectionChanged"; connection: Connection }
  | { type: "networkChanged"; offline: boolean }
  | ({ type: "messageQueued"; key: string; replacesKey?: string } & QueuedMessage)
  | { type: "queueDiscarded" }
  | { type: "noticeChanged"; code: string | undefined };

/** The thread after one action. Pure: keys, ids and times come with the action. */
export function threadReducer(state: ThreadState, action: ThreadAction): ThreadState {
  switch (action.type) {
    case "opening":
      return { ...EMPTY_THREAD, connection: state.connection, offline: state.offline };
    case "openingFailed":
      return { ...state, phase: "failed", failureCode: action.code };
    case "opened":
      return {
        ...EMPTY_THREAD,
        connection: state.connection,
        offline: state.offline,
        phase: "ready",
        conversationId: action.conversationId,
        locale: action.locale,
        greeting: action.greeting,
        suggestions: action.suggestions,
      };
    case "transcriptLoaded":
      return withTranscript(state, action.transcript);
    case "turnRequested":
      return requestTurn(state, action);
    case "turnEvent":
      return applyToTurn(state, action.answerKey, action.eventId, action.event);
    case "turnRefused":
      return refuseTurn(state, action.answerKey, action.failure);
    case "turnJoined":
      return joinTurn(state, action);
    case "foreignTurnStarted":
      return state.turn?.answerKey
        ? state
        : { ...state, turn: { turnId: action.turnId, lastEventId: 0 } };
    case "foreignTurnEnded":
      return state.turn?.answerKey ? state : { ...state, turn: undefined };
    case "agentWrote":
      return state.messages.some((message) => message.messageId === action.messageId)
        ? state
        : {
            ...state,
            messages: [
              ...state.messages,
              {
                key: action.messageId,
                messageId: action.messageId,
                from: "agent",
                text: action.text,
                at: action.at,
              },
            ],
          };
    case "ticketUpdated":
      return { ...state, ticket: action.ticket };
    case "decisionSent":
      return {
        ...state,
        actions: sendDecision(state.actions, action.actionId, action.decision),
      };
    case "decisionFailed":
      return onDecisionFailed(state, action);
    case "actionSettled":
      return withActions(state, settle(state.actions, action.actionId, action.outcome));
    case "codeSent":
      return { ...state, verification: { ...state.verification, check: action.check } };
    case "codeRefused":
      return { ...state, verification: noteWrongCode(state.verification, action.triesLeft) };
    case "verified":
      return onVerified(state, action.result);
    case "rated":
      return { ...state, ratings: withRating(state.ratings, action.messageId, action.feedback) };
    case "resolutionGiven":
      return { ...state, resolved: action.resolved };
    case "connectionChanged":
      return { ...state, connection: action.connection };
    case "networkChanged":
      return { ...state, offline: action.offline };
    case "messageQueued":
      return queueMessage(state, action);
    case "queueDiscarded":
      return { ...state, messages: state.messages.filter((message) => !isQueued(message)) };
    case "noticeChanged":
      return { ...state, noticeCode: action.code };
  }
}

function onDecisionFailed(
  state: ThreadState,
  { actionId, decision, code }: { actionId: string; decision: Decision; code: string },
): ThreadState {
  const next = { ...state, actions: failDecision(state.actions, actionId, { decision, code }) };
  if (code !== VERIFICATION_CODE) return next;
  const place = answerWith(state.messages, actionId) ?? lastAnswerKey(state.messages);
  // The level has run out, whatever was known of it before.
  return {
    ...next,
    verification: askFor({ ...UNVERIFIED, check: state.verification.check }, place, actionId),
  };
}

function onVerified(state: ThreadState, result: VerificationResult): ThreadState {
  const { actionId } = state.verification;
  const action = actionId === undefined ? undefined : state.actions[actionId];
  return {
    ...state,
    verification: verified(state.verification, result),
    actions:
      actionId !== undefined && action?.failure
        ? failDecision(state.actions, actionId, undefined)
        : state.actions,
  };
}
