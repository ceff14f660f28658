import { asFlag, asList, asNumber, asRecord, asText, optionalText } from "@/lib/decode";
import {
  type ActionProposal,
  type ActionStates,
  decodeActionStates,
  decodeProposal,
} from "./action";
import {
  type ChatEvent,
  type Choice,
  decodeChatEvent,
  decodeChoices,
  decodeSender,
  decodeTicket,
  type Ticket,
} from "./chat-event";
import { decodeRatings, decodeResolution, type Ratings } from "./feedback";
import { applyTurnEvent, newAssistantMessage, type ThreadMessage } from "./message";
import { readActions } from "./thread-actions";
import {
  type CodeCheck,
  decodeCodeCheck,
  decodeVerificationResult,
  type VerificationResult,
} from "./verification";

export interface ActiveTurn {
  turnId: string;
  clientMessageId?: string;
  text: string;
}

/** A conversation as the server tells it. */
export interface Transcript extends VerificationResult {
  id: string;
  /** The language that the conversation began in. */
  locale?: string;
  greeting: string;
  suggestions: Choice[];
  messages: ThreadMessage[];
  activeTurn?: ActiveTurn;
  ticket?: Ticket;
  /** The action that waits for the shopper's decision, whatever message it came with. */
  pendingAction?: ActionProposal;
  actions: ActionStates;
  codeCheck?: CodeCheck;
  ratings: Ratings;
  resolved?: boolean;
  /** The number of the newest event that the transcript covers. */
  lastEventId: number;
}

export function decodeTranscript(value: unknown): Transcript {
  const json = asRecord(value);
  const pendingAction = decodeProposal(json.pendingAction);
  const messages = asList(json.messages).map(decodeMessage);
  const events = asList(json.messages).flatMap((message) => decodeEvents(asRecord(message).events));
  return {
    ...decodeVerificationResult(json),
    id: asText(json.id),
    locale: optionalText(json.locale),
    greeting: asText(json.greeting),
    suggestions: decodeChoices(json.suggestions),
    messages,
    activeTurn: decodeActiveTurn(json.activeTurn),
    ticket: decodeTicket(json.ticket),
    pendingAction,
    actions: readActions(events, decodeActionStates(json.actions), pendingAction),
    codeCheck: decodeCodeCheck(json.verification),
    ratings: decodeRatings(json.messages),
    resolved: decodeResolution(
      json.resolution,
      messages.findLast(({ from }) => from === "shopper")?.at,
    ),
    lastEventId: asNumber(json.lastEventId),
  };
}

function decodeActiveTurn(value: unknown): ActiveTurn | undefined {
  const json = asRecord(value);
  const turnId = asText(json.turnId);
  if (turnId === "") return undefined;
  return {
    turnId,
    clientMessageId: optionalText(json.clientMessageId),
    text: asText(json.text),
  };
}

function decodeEvents(value: unknown): ChatEvent[] {
  return asList(value).flatMap((entry) => {
    const json = asRecord(entry);
    return decodeChatEvent(asText(json.event), json.data) ?? [];
  });
}

function decodeMessage(value: unknown, index: number): ThreadMessage {
  const json = asRecord(value);
  const messageId = asText(json.messageId);
  const base = {
    key: messageId || `message-${index}`,
    messageId,
    turnId: optionalText(json.turnId),
    at: asText(json.at),
  };
  const text = asText(json.text);
  const from = decodeSender(json.from);
  if (from === "agent") return { ...base, from, text };
  if (from === "shopper") return { ...base, from, text, delivery: "sent" };

  const told = decodeEvents(json.events).reduce(applyTurnEvent, newAssistantMessage(base));
  const failure = asRecord(json.failure);
  const ended = json.failure
    ? applyTurnEvent(told, {
        type: "turn.failed",
        code: asText(failure.code, "unknown"),
        message: asText(failure.message),
        retryable: asFlag(failure.retryable, true),
      })
    : applyTurnEvent(told, {
        type: "turn.completed",
        messageId,
        text,
        degraded: asFlag(json.degraded),
      });
  return { ...ended, text };
}
