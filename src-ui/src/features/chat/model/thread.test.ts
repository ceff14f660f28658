import { describe, expect, it, vi } from "vitest";
import { ORDER_JSON } from "@/testing/fixtures";
import { type ChatEvent, decodeChatEvent, decodeFrame } from "./chat-event";
import type { AssistantMessage } from "./message";
import { EMPTY_THREAD, type ThreadAction, type ThreadState, threadReducer } from "./thread";
import { decodeTranscript } from "./transcript";

const AT = "2026-03-05T10:00:00.000Z";
const READY = play(EMPTY_THREAD, {
  type: "opened",
  conversationId: "c1",
  locale: "en",
  greeting: "Hello",
  suggestions: [],
});
const ASKED = play(READY, {
  type: "turnRequested",
  shopperKey: "q1",
  answerKey: "a1",
  clientMessageId: "m1",
  text: "Where is my order?",
  at: AT,
});

/** A turn as the server streams it. */
const RECORDED: [string, unknown][] = [
  ["turn.started", { turnId: "t1", model: "local" }],
  ["tool.started", { callId: "k1", tool: "getOrderDetails" }],
  ["tool.finished", { callId: "k1", tool: "getOrderDetails", ok: true }],
  ["card", { kind: "order", data: ORDER_JSON }],
  ["text.delta", { text: "It is on its way. " }],
  ["text.delta", { text: "It should arrive tomorrow." }],
  ["citation", { articleId: "shipping", title: "Shipping", url: "/help/shipping" }],
  ["citation", { articleId: "shipping", title: "Shipping", url: "/help/shipping" }],
  ["choices", { options: [{ label: "All orders", text: "Show all my orders" }] }],
  [
    "turn.completed",
    {
      messageId: "s9",
      text: "It is on its way. It should arrive tomorrow.",
      degraded: true,
      usage: {},
    },
  ],
];

function play(state: ThreadState, ...actions: ThreadAction[]): ThreadState {
  return actions.reduce(threadReducer, state);
}

function stream(state: ThreadState, events: [string, unknown][], firstId = 10): ThreadState {
  return events.reduce((current, [type, data], index) => {
    const event = decodeChatEvent(type, data);
    return event
      ? play(current, { type: "turnEvent", answerKey: "a1", eventId: firstId + index, event })
      : current;
  }, state);
}

function answerOf(state: ThreadState): AssistantMessage {
  const answer = state.messages.findLast((message) => message.from === "assistant");
  if (answer?.from !== "assistant") throw new Error("There is no answer");
  return answer;
}

describe("threadReducer", () => {
  it("shows the question and a waiting answer at once", () => {
    expect(ASKED.messages).toMatchObject([
      { from: "shopper", text: "Where is my order?", delivery: "sending" },
      { from: "assistant", text: "", status: "running" },
    ]);
    expect(ASKED.turn).toEqual({ answerKey: "a1", lastEventId: 0 });
  });

  it("builds an answer from a recorded turn", () => {
    const state = stream(ASKED, RECORDED);
    expect(answerOf(state)).toMatchObject({
      status: "done",
      messageId: "s9",
      turnId: "t1",
      text: "It is on its way. It should arrive tomorrow.",
      degraded: true,
      tools: [{ tool: "getOrderDetails", state: "done" }],
      cards: [{ kind: "order", order: { id: "#A1001", status: "processed" } }],
      citations: [{ articleId: "shipping" }],
      choices: [{ label: "All orders", text: "Show all my orders" }],
    });
    expect(state.turn).toBeUndefined();
    expect(state.messages[0]).toMatchObject({ delivery: "sent", turnId: "t1" });
  });

  it("has all deltas joined before the turn is completed", () => {
    const state = stream(ASKED, RECORDED.slice(0, -1));
    expect(answerOf(state).text).toBe("It is on its way. It should arrive tomorrow.");
    expect(answerOf(state).status).toBe("running");
  });

  it("takes each event once when a stream is joined again", () => {
    const half = stream(ASKED, RECORDED.slice(0, 5));
    const again = stream(half, RECORDED);
    expect(answerOf(again)).toEqual(answerOf(stream(ASKED, RECORDED)));
  });

  it("never changes what it is given", () => {
    const before = structuredClone(ASKED);
    stream(ASKED, RECORDED);
    expect(ASKED).toEqual(before);
  });

  it("keeps the objects of messages that did not change", () => {
    const asked = stream(ASKED, RECORDED.slice(0, 1));
    const next = stream(asked, [["text.delta", { text: "Hi" }]], 20);
    expect(next.messages[0]).toBe(asked.messages[0]);
  });

  it("keeps what was said when a turn fails", () => {
    const state = stream(ASKED, [
      ...RECORDED.slice(0, 5),
      ["turn.failed", { code: "model_unavailable", message: "Down", retryable: true }],
    ]);
    expect(answerOf(state)).toMatchObject({
      status: "failed",
      text: "It is on its way. ",
      failure: { code: "model_unavailable", retryable: true },
    });
    expect(state.turn).toBeUndefined();
  });

  it("tells a stopped turn from a failed one", () => {
    const state = stream(ASKED, [
      ["turn.failed", { code: "turn_stopped", message: "Stopped", retryable: true }],
    ]);
    expect(answerOf(state).status).toBe("stopped");
  });

  it("marks a question that was refused as not delivered", () => {
    const failure = { code: "network", message: "", retryable: true };
    const state = play(ASKED, { type: "turnRefused", answerKey: "a1", failure });
    expect(state.messages).toMatchObject([{ delivery: "failed" }, { status: "failed", failure }]);
    expect(state.turn).toBeUndefined();
  });

  it("drops what follows an edited question", () => {
    const done = stream(ASKED, RECORDED);
    const state = play(done, {
      type: "turnRequested",
      shopperKey: "q2",
      answerKey: "a2",
      clientMessageId: "m2",
      text: "Where is #A1002?",
      at: AT,
      replacesKey: "q1",
    });
    expect(state.messages.map((message) => message.key)).toEqual(["q2", "a2"]);
  });

  it("opens a ticket when the assistant hands over", () => {
    const state = stream(ASKED, [["handoff.created", { ticketId: "x" }]]);
    expect(state.ticket).toEqual({ ticketId: "x", state: "open" });
    expect(answerOf(state).handoffTicketId).toBe("x");
  });

  it("adds a person's message once", () => {
    const wrote: ThreadAction = { type: "agentWrote", messageId: "g1", text: "Hi", at: AT };
    expect(play(READY, wrote, wrote).messages).toHaveLength(1);
  });

  it("ignores events for an answer that is not being followed", () => {
    const event: ChatEvent = { type: "text.delta", text: "late" };
    expect(play(READY, { type: "turnEvent", answerKey: "a1", eventId: 1, event })).toBe(READY);
  });
});

describe("transcriptLoaded", () => {
  const transcript = decodeTranscript({
    id: "c1",
    greeting: "Hello",
    suggestions: [{ label: "Lamps" }],
    lastEventId: 19,
    messages: [
      {
        messageId: "s8",
        turnId: "t1",
        from: "shopper",
        text: "Where is my order?",
        at: AT,
        events: [],
      },
      {
        messageId: "s9",
        turnId: "t1",
        from: "assistant",
        text: "It is on its way. It should arrive tomorrow.",
        at: AT,
        degraded: true,
        events: RECORDED.filter(([type]) => !/^(turn|text|tool.started)/.test(type)).map(
          ([event, data]) => ({ event, data }),
        ),
      },
    ],
  });

  it("restores the same answer that was streamed", () => {
    const streamed = answerOf(stream(ASKED, RECORDED));
    const restored = answerOf(play(READY, { type: "transcriptLoaded", transcript }));
    expect({ ...restored, key: "", at: "" }).toEqual({ ...streamed, key: "", at: "" });
  });

  it("keeps the keys of messages that are already shown", () => {
    const state = play(stream(ASKED, RECORDED), { type: "transcriptLoaded", transcript });
    expect(state.messages.map((message) => message.key)).toEqual(["q1", "a1"]);
  });

  it("keeps a question that never arrived, to be sent again", () => {
    const refused = play(
      stream(ASKED, RECORDED),
      {
        type: "turnRequested",
        shopperKey: "q2",
        answerKey: "a2",
        clientMessageId: "m2",
        text: "And now?",
        at: AT,
      },
      {
        type: "turnRefused",
        answerKey: "a2",
        failure: { code: "network", message: "", retryable: true },
      },
    );
    const state = play(refused, { type: "transcriptLoaded", transcript });
    expect(state.messages.map((message) => message.key)).toEqual(["q1", "a1", "q2", "a2"]);
  });

  it("shows nothing of another conversation", () => {
    const other = { ...transcript, id: "c2", messages: [] };
    const state = play(stream(ASKED, RECORDED), { type: "transcriptLoaded", transcript: other });
    expect(state.messages).toEqual([]);
  });

  it("never throws on missing fields", () => {
    expect(decodeTranscript({ messages: [{}, null, { from: "agent" }], ticket: {} })).toMatchObject(
      {
        id: "",
        messages: [{ from: "assistant" }, { from: "assistant" }, { from: "agent" }],
        lastEventId: 0,
      },
    );
    expect(decodeTranscript(undefined).messages).toEqual([]);
  });
});

describe("decodeFrame", () => {
  const known = [...new Set(RECORDED.map(([type]) => type)), "turn.failed", "message.created"];

  it.each(known)("reads %s without any field", (event) => {
    expect(() => decodeFrame({ event, data: "{}", id: "1" })).not.toThrow();
    expect(() => decodeFrame({ event, data: "null", id: "1" })).not.toThrow();
  });

  it("warns once about a type that it doesn't know", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(decodeFrame({ event: "future.thing", data: "{}", id: "1" })).toBeUndefined();
    expect(decodeFrame({ event: "future.thing", data: "{}", id: "2" })).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it("ignores a card of a kind that it doesn't know, and data that is not JSON", () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(
      decodeFrame({ event: "card", data: '{"kind":"hologram","data":{}}', id: "1" }),
    ).toBeUndefined();
    expect(decodeFrame({ event: "text.delta", data: "{", id: "1" })).toEqual({
      type: "text.delta",
      text: "",
    });
  });
});
