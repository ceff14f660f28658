import { asFlag, asList, asNumber, asRecord, asText, optionalText } from "@/lib/decode";
import {
  type Choice,
  decodeChatEvent,
  decodeChoices,
  decodeSender,
  decodeTicket,
  type Ticket,
} from "./chat-event";
import { applyTurnEvent, newAssistantMessage, type ThreadMessage } from "./message";

export interface ActiveTurn {
  turnId: string;
  clientMessageId?: string;
  text: string;
}

/** A conversation as the server tells it. */
export interface Transcript {
  id: string;
  level: string;
  greeting: string;
  suggestions: Choice[];
  messages: ThreadMessage[];
  activeTurn?: ActiveTurn;
  ticket?: Ticket;
  /** The number of the newest event that the transcript covers. */
  lastEventId: number;
}

export function decodeTranscript(value: unknown): Transcript {
  const json = asRecord(value);
  return {
    id: asText(json.id),
    level: asText(json.level, "anonymous"),
    greeting: asText(json.greeting),
    suggestions: decodeChoices(json.suggestions),
    messages: asList(json.messages).map(decodeMessage),
    activeTurn: decodeActiveTurn(json.activeTurn),
    ticket: decodeTicket(json.ticket),
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

  const told = asList(json.events).reduce<ReturnType<typeof newAssistantMessage>>(
    (message, entry) => {
      const record = asRecord(entry);
      const event = decodeChatEvent(asText(record.event), record.data);
      return event ? applyTurnEvent(message, event) : message;
    },
    newAssistantMessage(base),
  );
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
