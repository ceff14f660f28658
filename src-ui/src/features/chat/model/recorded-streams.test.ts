import { describe, expect, it } from "vitest";
import { RECORDED_STREAMS, type RecordedEvent, recordedEvents } from "@/testing/recorded-streams";
import type { AssistantMessage } from "./message";
import { EMPTY_THREAD, type ThreadState, threadReducer } from "./thread";

const ASKED = threadReducer(
  threadReducer(EMPTY_THREAD, {
    type: "opened",
    conversationId: "c1",
    locale: "en",
    greeting: "Hello",
    suggestions: [],
  }),
  {
    type: "turnRequested",
    shopperKey: "q",
    answerKey: "a",
    clientMessageId: "m",
    text: "A question",
    at: "2026-11-20T10:00:00Z",
  },
);

const tell = (state: ThreadState, events: readonly RecordedEvent[]) =>
  events.reduce(
    (told, { id, event }) =>
      threadReducer(told, { type: "turnEvent", answerKey: "a", eventId: id, event }),
    state,
  );

/** The thread after a recorded answer, and that answer. */
function answered(name: string): { state: ThreadState; answer: AssistantMessage } {
  const state = tell(ASKED, recordedEvents(name));
  const answer = state.messages.at(-1);
  if (answer?.from !== "assistant") throw new Error("The thread ends with no answer");
  return { state, answer };
}

/** All but what follows the conversation beside its turns. */
const TURNS = RECORDED_STREAMS.filter((name) => name !== "cancellation-executed");

describe("recorded streams", () => {
  it("are there", () => expect(TURNS.length).toBeGreaterThanOrEqual(7));

  it.each(TURNS)("%s: is one whole turn, whose parts make up its text", (name) => {
    const events = recordedEvents(name).map(({ event }) => event);
    expect(events[0]?.type).toBe("turn.started");
    const ends = events.filter(({ type }) => type === "turn.completed" || type === "turn.failed");
    expect(ends).toEqual([events.at(-1)]);
    const text = events.map((event) => (event.type === "text.delta" ? event.text : "")).join("");
    const end = events.at(-1);
    if (end?.type === "turn.completed") expect(end.text).toBe(text);
  });

  it.each(TURNS)("%s: leaves the thread ready for the next question", (name) => {
    const { state } = answered(name);
    expect(state.turn).toBeUndefined();
    expect(state.messages[0]).toMatchObject({ from: "shopper", delivery: "sent" });
  });

  it.each(TURNS)("%s: is the same however it is cut into pieces", (name) => {
    for (const length of [1, 7, 64]) {
      expect(recordedEvents(name, length)).toEqual(recordedEvents(name));
    }
  });

  it.each(TURNS)("%s: joined again after any event, it shows the same", (name) => {
    const events = recordedEvents(name);
    const whole = tell(ASKED, events);
    // The end closes the turn; what a line repeats after it belongs to nothing any more.
    for (let cut = 1; cut < events.length; cut += 1) {
      expect(tell(tell(ASKED, events.slice(0, cut)), events)).toEqual(whole);
    }
  });
});

describe("what a recorded answer shows", () => {
  it("an order with its parcel", () => {
    const { answer } = answered("order");
    expect(answer).toMatchObject({
      status: "done",
      text: "Your lamp is on its way. Northline carries it.",
      degraded: false,
      tools: [{ tool: "getOrderDetails", state: "done" }],
      cards: [
        {
          kind: "order",
          order: {
            id: "#S1001",
            status: "processed",
            items: [{ name: "Desk Lamp", price: 39.9 }],
            shipments: [{ carrier: "Northline", trackingNumbers: ["T-770011"] }],
          },
        },
      ],
    });
  });

  it("products and the article it rests on", () => {
    const { answer } = answered("products-and-help");
    expect(answer.cards).toMatchObject([{ kind: "products", products: [{ name: "Desk Lamp" }] }]);
    expect(answer.citations).toEqual([{ articleId: "returns", title: "Returning an item" }]);
    expect(answer.tools.map(({ tool }) => tool)).toEqual(["findProducts", "searchHelp"]);
  });

  it("a cancellation to decide on, and then done", () => {
    const { state, answer } = answered("cancellation-proposed");
    const [proposal] = answer.proposals;
    expect(proposal).toMatchObject({ kind: "cancelOrder", orderId: "#S2002" });
    expect(proposal?.lines.length).toBeGreaterThan(0);
    expect(state.pendingAction).toEqual(proposal);
    expect(state.actions[proposal?.actionId ?? ""]).toMatchObject({ status: "pending" });

    const [told] = recordedEvents("cancellation-executed");
    if (told?.event.type !== "action.settled") throw new Error("Nothing was decided");
    const { actionId, outcome } = told.event;
    const settled = threadReducer(state, { type: "actionSettled", actionId, outcome });
    expect(settled.actions[proposal?.actionId ?? ""]).toMatchObject({ status: "executed" });
    expect(settled.pendingAction).toBeUndefined();
  });

  it("that it must be known who is asking", () => {
    const { state, answer } = answered("verification");
    expect(answer).toMatchObject({
      verification: true,
      tools: [{ tool: "listMyOrders", state: "failed" }],
    });
    expect(state.verification).toMatchObject({ askedIn: "a", done: false });
  });

  it("a person", () => {
    const { state, answer } = answered("person");
    expect(answer.handoffTicketId).toMatch(/^[0-9a-f-]{36}$/);
    expect(state.ticket).toMatchObject({ ticketId: answer.handoffTicketId, state: "open" });
  });

  it("the built-in assistant's words while the model is down", () => {
    const { answer } = answered("built-in");
    expect(answer).toMatchObject({ status: "done", degraded: true });
    expect(answer.cards).toHaveLength(1);
  });

  it("what had come before the shopper stopped it", () => {
    const { answer } = answered("stopped");
    expect(answer).toMatchObject({ status: "stopped", text: "A first sentence." });
  });
});
