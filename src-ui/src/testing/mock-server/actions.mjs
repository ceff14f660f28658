// Order actions of the mock server: proposed by the script, decided by the shopper, done once.

import { randomUUID } from "node:crypto";
import { customers, orders } from "./data.mjs";

const MINUTE = 60_000;

/** A proposal that takes the place of the one that was open before. */
export function propose(conversation, { kind, orderId, summary, lines, effect, failure, minutes }) {
  const replaced = pendingOf(conversation);
  if (replaced) replaced.outcome = { status: "expired", code: "action_replaced" };
  const action = {
    proposal: {
      actionId: randomUUID(),
      kind,
      ...(orderId && { orderId }),
      summary,
      lines,
      expiresAt: new Date(Date.now() + (minutes ?? 15) * MINUTE).toISOString(),
    },
    effect,
    failure,
  };
  conversation.actions.push(action);
  return action.proposal;
}

export function pendingOf(conversation) {
  const last = conversation.actions.at(-1);
  return last && !last.outcome && !expire(last) ? last : undefined;
}

/** The first outcome is given for ever. */
export function decide(action, decision) {
  if (!action.outcome && !expire(action)) {
    action.outcome = decision === "confirm" ? execute(action) : { status: "declined" };
  }
  return action.outcome;
}

/** The event that tells others of an outcome; an action that runs out tells nobody. */
export function eventOf({ proposal, outcome }) {
  const { actionId, kind, orderId } = proposal;
  const { status, ...more } = outcome;
  return status === "expired"
    ? undefined
    : [`action.${status}`, { actionId, kind, ...(orderId && { orderId }), ...more }];
}

export function describe(conversation) {
  const pending = pendingOf(conversation);
  return {
    ...(pending && { pendingAction: pending.proposal }),
    actions: conversation.actions.map(({ proposal, outcome }) => ({
      actionId: proposal.actionId,
      status: outcome?.status ?? "pending",
      ...(outcome?.code && { code: outcome.code }),
    })),
  };
}

function expire(action) {
  if (Date.parse(action.proposal.expiresAt) > Date.now()) return false;
  action.outcome = { status: "expired", code: "action_expired" };
  return true;
}

function execute({ proposal, effect, failure }) {
  if (failure) return { status: "failed", code: failure };
  const order = orders.find((entry) => entry.id === proposal.orderId);
  effect?.(order);
  return { status: "executed", ...(order && { order }) };
}

const money = (amount) => `€${amount.toFixed(2)}`;
const totalOf = (order) => order.items.reduce((sum, entry) => sum + entry.price, 0);
const CARD = "Visa ending in 4821";

/** What the shopper may ask for: the policy's refusal, or what is to be proposed. */
export function planFor(text, customerId) {
  const asked = text.toLowerCase();
  const own = orders.filter((entry) => entry.customerId === customerId);
  const order =
    own.find((entry) => asked.includes(entry.id.toLowerCase())) ??
    own.find((entry) => entry.status === (/return|exchange/.test(asked) ? "delivered" : "pending"));
  const minutes = /hurry/.test(asked) ? 1.5 : undefined;
  const failure = /too late/.test(asked) ? "order_changed" : undefined;
  if (/my profile|my address/.test(asked)) return { ...newHome(), minutes, failure };
  if (!order) return { refused: "order_not_found" };
  const plan = /return/.test(asked)
    ? returned(order)
    : /exchange/.test(asked)
      ? exchanged(order)
      : /address/.test(asked)
        ? readdressed(order)
        : cancelled(order);
  const wanted =
    plan.kind === "returnItems" || plan.kind === "exchangeItems" ? "delivered" : "pending";
  if (order.status !== wanted) return { refused: `order_not_${wanted}` };
  return { ...plan, orderId: order.id, minutes, failure };
}

function cancelled(order) {
  const amount = totalOf(order);
  return {
    kind: "cancelOrder",
    summary: `Cancel the whole order ${order.id}`,
    lines: [
      { label: "Reason", value: "No longer needed" },
      { label: "Items", value: order.items.map((entry) => entry.name).join(", ") },
      { label: `Refund to ${CARD}, in 5 to 7 business days`, value: money(amount) },
    ],
    effect: (changed) => {
      changed.status = "cancelled";
      changed.cancelReason = "NO_LONGER_NEEDED";
      changed.payments = [...changed.payments, { type: "refund", amount, paymentMethodId: "PM1" }];
    },
  };
}

function readdressed(order) {
  return {
    kind: "changeShippingAddress",
    summary: `Send order ${order.id} to another address`,
    lines: [
      { label: "Until now", value: "Kungsgatan 14, 411 19 Göteborg, Sweden" },
      { label: "New address", value: "Storgatan 3, 211 42 Malmö, Sweden" },
    ],
    effect: (changed) => {
      changed.shippingAddress = {
        ...changed.shippingAddress,
        line1: "Storgatan 3",
        city: "Malmö",
        postalCode: "211 42",
      };
    },
  };
}

function returned(order) {
  return {
    kind: "returnItems",
    summary: `Return ${order.items[0].name} from order ${order.id}`,
    lines: [{ label: `Refund to ${CARD} once the parcel is back`, value: money(totalOf(order)) }],
    effect: (changed) => {
      changed.status = "return_requested";
    },
  };
}

function exchanged(order) {
  return {
    kind: "exchangeItems",
    summary: `Exchange ${order.items[0].name} from order ${order.id}`,
    lines: [
      { label: "You send back", value: order.items[0].name },
      { label: "You get", value: `${order.items[0].name}, oak` },
      { label: `To pay with ${CARD}`, value: money(5) },
    ],
    effect: (changed) => {
      changed.status = "exchange_requested";
    },
  };
}

function newHome() {
  return {
    kind: "updateMyAddress",
    summary: "Change the address in your profile",
    lines: [{ label: "New address", value: "Storgatan 3, 211 42 Malmö, Sweden" }],
  };
}

/** Whoever a guest has shown to be. */
export function customerByEmail(email) {
  return customers.find((entry) => entry.email === email.toLowerCase());
}
