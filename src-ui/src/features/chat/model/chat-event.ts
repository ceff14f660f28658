import {
  asFlag,
  asList,
  asNumber,
  asRecord,
  asText,
  type Json,
  optionalNumber,
  optionalText,
} from "@/lib/decode";
import { decodeOrder, type Order } from "@/lib/domain/order";
import { decodeProduct, type Product } from "@/lib/domain/product";
import type { SseFrame } from "@/lib/sse/sse-decoder";
import { type ActionOutcome, type ActionProposal, decodeOutcome, decodeProposal } from "./action";

export type Card =
  | { kind: "order"; order: Order }
  | { kind: "orders"; orders: Order[]; total: number }
  | { kind: "product"; product: Product }
  | { kind: "products"; products: Product[]; total: number }
  | { kind: "comparison"; products: Product[] };

export interface Citation {
  articleId: string;
  title: string;
}

export interface Choice {
  label: string;
  text: string;
}

export interface Ticket {
  ticketId: string;
  state: string;
  position?: number;
}

/** What may happen in a conversation; the server's events, decoded. */
export type ChatEvent =
  | { type: "turn.started"; turnId: string }
  | { type: "text.delta"; text: string }
  | { type: "tool.started"; callId: string; tool: string }
  | { type: "tool.finished"; callId: string; tool: string; ok: boolean; code?: string }
  | { type: "citation"; citation: Citation }
  | { type: "card"; card: Card }
  | { type: "choices"; choices: Choice[] }
  | { type: "action.proposed"; proposal: ActionProposal }
  /** Stands for `action.executed`, `action.declined` and `action.failed`. */
  | { type: "action.settled"; actionId: string; outcome: ActionOutcome }
  | { type: "verification.required" }
  | { type: "handoff.created"; ticketId: string }
  | { type: "turn.completed"; turnId?: string; messageId: string; text: string; degraded: boolean }
  | { type: "turn.failed"; turnId?: string; code: string; message: string; retryable: boolean }
  | {
      type: "message.created";
      messageId: string;
      turnId?: string;
      from: MessageSender;
      text: string;
    }
  | { type: "ticket.updated"; ticket: Ticket };

export type MessageSender = "shopper" | "assistant" | "agent";

/** Decodes one frame; `undefined` for a type or card that this version of the app doesn't know. */
export function decodeFrame(frame: SseFrame): ChatEvent | undefined {
  return decodeChatEvent(frame.event, parse(frame.data));
}

export function decodeChatEvent(type: string, data: unknown): ChatEvent | undefined {
  const decode = DECODERS[type];
  if (!decode) {
    warnOnce(`event ${type}`);
    return undefined;
  }
  return decode(asRecord(data));
}

export function decodeTicket(value: unknown): Ticket | undefined {
  const json = asRecord(value);
  const ticketId = asText(json.ticketId);
  if (ticketId === "") return undefined;
  return {
    ticketId,
    state: asText(json.state, "open"),
    position: optionalNumber(json.position),
  };
}

export function decodeChoices(value: unknown): Choice[] {
  return asList(value)
    .map((entry) => {
      const json = asRecord(entry);
      const text = asText(json.text, asText(json.label));
      return { label: asText(json.label, text), text };
    })
    .filter((choice) => choice.text !== "");
}

const DECODERS: Record<string, (json: Json) => ChatEvent | undefined> = {
  "turn.started": (json) => ({ type: "turn.started", turnId: asText(json.turnId) }),
  "text.delta": (json) => ({ type: "text.delta", text: asText(json.text) }),
  "tool.started": (json) => ({
    type: "tool.started",
    callId: asText(json.callId),
    tool: asText(json.tool),
  }),
  "tool.finished": (json) => ({
    type: "tool.finished",
    callId: asText(json.callId),
    tool: asText(json.tool),
    ok: asFlag(json.ok, true),
    code: optionalText(json.code),
  }),
  citation: (json) => ({
    type: "citation",
    citation: { articleId: asText(json.articleId), title: asText(json.title) },
  }),
  card: (json) => {
    const card = decodeCard(json);
    return card && { type: "card", card };
  },
  choices: (json) => ({ type: "choices", choices: decodeChoices(json.options) }),
  "action.proposed": (json) => {
    const proposal = decodeProposal(json);
    return proposal && { type: "action.proposed", proposal };
  },
  "action.executed": (json) => decodeSettled(json, "executed"),
  "action.declined": (json) => decodeSettled(json, "declined"),
  "action.failed": (json) => decodeSettled(json, "failed"),
  "verification.required": () => ({ type: "verification.required" }),
  "handoff.created": (json) => ({ type: "handoff.created", ticketId: asText(json.ticketId) }),
  "turn.completed": (json) => ({
    type: "turn.completed",
    turnId: optionalText(json.turnId),
    messageId: asText(json.messageId),
    text: asText(json.text),
    degraded: asFlag(json.degraded),
  }),
  "turn.failed": (json) => ({
    type: "turn.failed",
    turnId: optionalText(json.turnId),
    code: asText(json.code, "unknown"),
    message: asText(json.message),
    retryable: asFlag(json.retryable, true),
  }),
  "message.created": (json) => ({
    type: "message.created",
    messageId: asText(json.messageId),
    turnId: optionalText(json.turnId),
    from: decodeSender(json.from),
    text: asText(json.text),
  }),
  "ticket.updated": (json) => {
    const ticket = decodeTicket(json);
    return ticket && { type: "ticket.updated", ticket };
  },
};

function decodeSettled(json: Json, status: ActionOutcome["status"]): ChatEvent | undefined {
  const actionId = asText(json.actionId);
  const outcome = decodeOutcome({ ...json, status });
  return actionId === "" || !outcome ? undefined : { type: "action.settled", actionId, outcome };
}

export function decodeSender(value: unknown): MessageSender {
  return value === "shopper" || value === "agent" ? value : "assistant";
}

function decodeCard(json: Json): Card | undefined {
  const data = asRecord(json.data);
  const kind = asText(json.kind);
  switch (kind) {
    case "order":
      return { kind, order: decodeOrder(data) };
    case "orders": {
      const orders = asList(data.items).map(decodeOrder);
      return { kind, orders, total: asNumber(data.total, orders.length) };
    }
    case "product":
      return { kind, product: decodeProduct(data) };
    case "products": {
      const products = asList(data.items).map(decodeProduct);
      return { kind, products, total: asNumber(data.total, products.length) };
    }
    case "comparison":
      return { kind, products: asList(data.items).map(decodeProduct) };
    default:
      warnOnce(`card ${kind}`);
      return undefined;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    warnOnce("data that is not JSON");
    return undefined;
  }
}

const warned = new Set<string>();

function warnOnce(what: string): void {
  if (warned.has(what)) return;
  warned.add(what);
  console.warn(`Ignored an unknown ${what} in the conversation`);
}
