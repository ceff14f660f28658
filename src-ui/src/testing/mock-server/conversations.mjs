// Conversations of the mock server: kept in memory, each with its events, followers and turns.

import { randomUUID } from "node:crypto";
import * as actions from "./actions.mjs";
import { config } from "./data.mjs";
import { stateOf } from "./feedback.mjs";
import { answer } from "./script.mjs";
import * as verification from "./verification.mjs";

const DURABLE = new Set([
  "tool.finished",
  "card",
  "citation",
  "choices",
  "action.proposed",
  "action.executed",
  "action.declined",
  "action.failed",
  "verification.required",
  "handoff.created",
]);
const conversations = new Map();

export function create(customer) {
  const conversation = {
    id: randomUUID(),
    token: randomUUID(),
    customerId: customer?.id,
    level: customer ? "customer" : "anonymous",
    createdAt: new Date().toISOString(),
    greeting: `Hello${customer ? ` ${customer.firstName}` : ""}, I'm ${config.assistant.name}. I look up orders, find products and know our policies. What can I do for you?`,
    suggestions: customer
      ? [
          { label: "Where is my order?", text: "Where is my order?" },
          { label: "Show all my orders", text: "Show me all my orders" },
          { label: "How do returns work?", text: "How do returns work?" },
        ]
      : [
          { label: "Find a lamp", text: "I am looking for a lamp" },
          { label: "How do returns work?", text: "How do returns work?" },
          { label: "Where is my order?", text: "Where is my order?" },
        ],
    messages: [],
    actions: [],
    failures: 0,
    turns: [],
    followers: new Set(),
    published: [],
    lastEventId: 0,
  };
  conversations.set(conversation.id, conversation);
  return conversation;
}

export function find(id, token, customer) {
  const conversation = conversations.get(id);
  if (!conversation) return undefined;
  const owner = conversation.customerId !== undefined && conversation.customerId === customer?.id;
  return conversation.token === token || owner ? conversation : undefined;
}

export function describe(conversation) {
  const active = conversation.turns.find((turn) => !turn.ended);
  return {
    id: conversation.id,
    level: conversation.level,
    createdAt: conversation.createdAt,
    greeting: conversation.greeting,
    suggestions: conversation.suggestions,
    messages: conversation.messages,
    ...(active && {
      activeTurn: {
        turnId: active.turnId,
        clientMessageId: active.clientMessageId,
        text: active.text,
      },
    }),
    ...actions.describe(conversation),
    ...verification.describe(conversation),
    ...(conversation.ticket && { ticket: conversation.ticket }),
    ...(conversation.feedback && { feedback: conversation.feedback }),
    ...(conversation.resolution && { resolution: conversation.resolution }),
    lastEventId: conversation.lastEventId,
  };
}

/** The customer's conversations in which something was said, the latest first. */
export function ofCustomer(customer) {
  return [...conversations.values()]
    .filter((entry) => entry.customerId === customer.id && entry.messages.length > 0)
    .map((entry) => ({
      id: entry.id,
      title: entry.messages[0].text,
      createdAt: entry.createdAt,
      updatedAt: entry.messages.at(-1).at,
      state: stateOf(entry),
    }))
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt));
}

/** Begins a turn, or finds the one that was begun with the same id. */
export function ask(conversation, request, customer) {
  const known = conversation.turns.find(
    (turn) => request.clientMessageId && turn.clientMessageId === request.clientMessageId,
  );
  if (known) return known.text === request.text ? known : "client_message_conflict";
  if (conversation.turns.some((turn) => !turn.ended)) return "turn_in_progress";
  if (request.replaces) {
    const from = conversation.messages.findIndex((entry) => entry.messageId === request.replaces);
    if (from >= 0) conversation.messages.splice(from);
  }
  const turn = {
    turnId: randomUUID(),
    clientMessageId: request.clientMessageId,
    text: request.text,
    events: [],
    listeners: new Set(),
    ended: false,
  };
  conversation.turns.push(turn);
  const messageId = randomUUID();
  conversation.messages.push({
    messageId,
    turnId: turn.turnId,
    from: "shopper",
    text: conversation.check ? request.text.replace(/\d{6}/, "••••••") : request.text,
    at: new Date().toISOString(),
    events: [],
  });
  publish(conversation, "message.created", { messageId, from: "shopper", text: request.text });
  run(conversation, turn, customer ?? conversation.verifiedCustomer);
  return turn;
}

export function stop(conversation, turnId) {
  const turn = conversation.turns.find((entry) => entry.turnId === turnId);
  if (turn && !turn.ended) {
    clearTimeout(turn.timer);
    end(conversation, turn, "turn.failed", {
      code: "turn_stopped",
      message: "Stopped.",
      retryable: true,
    });
  }
}

export function publish(conversation, event, data) {
  conversation.lastEventId += 1;
  const entry = { id: conversation.lastEventId, event, data };
  tellFollowers(conversation, entry);
  return entry;
}

function run(conversation, turn, customer) {
  emit(conversation, turn, "turn.started", { turnId: turn.turnId, model: "mock" });
  const steps = answer(turn.text, customer, conversation);
  const next = () => {
    const step = steps.shift();
    if (!step) {
      end(conversation, turn, "turn.completed", {
        messageId: randomUUID(),
        text: turn.events
          .filter((entry) => entry.event === "text.delta")
          .map((entry) => entry.data.text)
          .join(""),
        degraded: true,
        usage: { inputTokens: 0, outputTokens: 0, modelCalls: 0, toolCalls: 0, cost: 0 },
      });
      return;
    }
    const [pause, event, data] = step;
    turn.timer = setTimeout(() => {
      if (event === "turn.failed") {
        end(conversation, turn, event, data);
        return;
      }
      emit(conversation, turn, event, data);
      if (event === "handoff.created") {
        conversation.ticket = { ticketId: data.ticketId, state: "open", position: 1 };
      }
      next();
    }, pause);
  };
  next();
}

function emit(conversation, turn, event, data) {
  conversation.lastEventId += 1;
  const entry = { id: conversation.lastEventId, event, data };
  turn.events.push(entry);
  for (const listener of turn.listeners) listener(entry);
  if (event === "turn.started") tellFollowers(conversation, entry);
}

function end(conversation, turn, event, data) {
  turn.ended = true;
  emit(conversation, turn, event, data);
  const text = turn.events
    .filter((entry) => entry.event === "text.delta")
    .map((entry) => entry.data.text)
    .join("");
  conversation.messages.push({
    messageId: data.messageId ?? randomUUID(),
    turnId: turn.turnId,
    from: "assistant",
    text,
    at: new Date().toISOString(),
    ...(event === "turn.completed" && data.degraded && { degraded: true }),
    ...(event === "turn.failed" && { failure: data }),
    events: turn.events
      .filter((entry) => DURABLE.has(entry.event))
      .map((entry) => ({ event: entry.event, data: entry.data })),
  });
  tellFollowers(conversation, turn.events.at(-1));
}

function tellFollowers(conversation, entry) {
  conversation.published.push(entry);
  for (const follower of conversation.followers) follower(entry);
}
