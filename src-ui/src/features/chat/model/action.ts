import { asList, asRecord, asText, type Json, optionalText } from "@/lib/decode";
import { decodeOrder, type Order } from "@/lib/domain/order";

/** One fact about what would be done, ready to be shown: "Refund to Visa" and "€54.00". */
export interface ActionLine {
  label: string;
  value: string;
}

/** Something that the assistant would do, and that only the shopper's own yes sets going. */
export interface ActionProposal {
  actionId: string;
  /** Name of the tool that would do it. */
  kind: string;
  orderId?: string;
  /** In the shopper's language, like the lines. */
  summary: string;
  lines: readonly ActionLine[];
  /** ISO time; empty if the server has not told it. */
  expiresAt: string;
}

export type Decision = "confirm" | "decline";

/** How an action has ended. The server gives the first outcome for ever. */
export interface ActionOutcome {
  status: "executed" | "declined" | "failed" | "expired";
  /** Why it failed or expired. */
  code?: string;
  /** The order after it was executed. */
  order?: Order;
}

/** Where an action stands: open, on its way to the server, or ended. */
export interface ActionState {
  status: "pending" | ActionOutcome["status"];
  code?: string;
  order?: Order;
  /** The decision that the server has not answered yet. */
  sending?: Decision;
  /** The last decision got no outcome; the action is still open, and deciding again is safe. */
  failure?: { decision: Decision; code: string };
}

/** All actions of a conversation by their id. */
export type ActionStates = Readonly<Record<string, ActionState>>;

/** The code of an action whose place a later proposal has taken. */
export const REPLACED_CODE = "action_replaced";

export function decodeProposal(value: unknown): ActionProposal | undefined {
  const json = asRecord(value);
  const actionId = asText(json.actionId);
  if (actionId === "") return undefined;
  return {
    actionId,
    kind: asText(json.kind),
    orderId: optionalText(json.orderId),
    summary: asText(json.summary),
    lines: asList(json.lines)
      .map(asRecord)
      .map((line) => ({ label: asText(line.label), value: asText(line.value) }))
      .filter((line) => line.label !== "" || line.value !== ""),
    expiresAt: asText(json.expiresAt),
  };
}

/** `undefined` for a status that is not one of an end: then nothing is known of how it ended. */
export function decodeOutcome(value: unknown): ActionOutcome | undefined {
  const json = asRecord(value);
  const { status } = json;
  switch (status) {
    case "executed":
    case "declined":
    case "failed":
    case "expired":
      return { status, ...codeAndOrder(json) };
    default:
      return undefined;
  }
}

/** The states that a transcript lists. */
export function decodeActionStates(value: unknown): ActionStates {
  const states = asList(value)
    .map(asRecord)
    .filter((json) => asText(json.actionId) !== "")
    .map((json): [string, ActionState] => [
      asText(json.actionId),
      decodeOutcome(json) ?? { status: "pending" },
    ]);
  return Object.fromEntries(states);
}

function codeAndOrder(json: Json): Pick<ActionOutcome, "code" | "order"> {
  return {
    code: optionalText(json.code),
    order: json.order === undefined ? undefined : decodeOrder(json.order),
  };
}

/** A newer proposal takes the place of the one that was open; the server sends no event for that. */
export function propose(states: ActionStates, actionId: string): ActionStates {
  const others = Object.entries(states).map(([id, state]): [string, ActionState] =>
    id !== actionId && state.status === "pending"
      ? [id, { status: "expired", code: REPLACED_CODE }]
      : [id, state],
  );
  return { ...Object.fromEntries(others), [actionId]: states[actionId] ?? { status: "pending" } };
}

export function settle(
  states: ActionStates,
  actionId: string,
  outcome: ActionOutcome,
): ActionStates {
  const order = outcome.order ?? states[actionId]?.order;
  return { ...states, [actionId]: { ...outcome, order } };
}

/** Notes a decision on its way; an action that has ended stays as it is. */
export function sendDecision(
  states: ActionStates,
  actionId: string,
  decision: Decision,
): ActionStates {
  return states[actionId]?.status === "pending"
    ? { ...states, [actionId]: { status: "pending", sending: decision } }
    : states;
}

/** Opens the action again after a decision that got no outcome. */
export function failDecision(
  states: ActionStates,
  actionId: string,
  failure: ActionState["failure"],
): ActionStates {
  return states[actionId]?.status === "pending"
    ? { ...states, [actionId]: { status: "pending", failure } }
    : states;
}

/**
 * What is known and what a transcript tells. A transcript may be older than an outcome that came by
 * another way, so it never opens again what has ended.
 */
export function mergeStates(known: ActionStates, told: ActionStates): ActionStates {
  const merged = { ...told };
  for (const [id, state] of Object.entries(known)) {
    const other = told[id];
    if (!other || other.status === "pending") merged[id] = state;
    else merged[id] = { ...other, order: other.order ?? state.order };
  }
  return merged;
}
