import { describe, expect, it } from "vitest";
import { ORDER_JSON, PROPOSAL } from "@/testing/fixtures";
import { decodeActionStates, decodeOutcome, decodeProposal } from "./action";
import { decodeChatEvent, decodeFrame } from "./chat-event";
import { EMPTY_THREAD, type ThreadAction, type ThreadState, threadReducer } from "./thread";
import { strayAction } from "./thread-actions";
import { decodeTranscript } from "./transcript";

const AT = "2026-03-05T10:00:00.000Z";
const play = (state: ThreadState, ...actions: ThreadAction[]) =>
  actions.reduce(threadReducer, state);

const READY = play(EMPTY_THREAD, {
  type: "opened",
  conversationId: "c1",
  locale: "en",
  greeting: "Hello",
  suggestions: [],
});

/** One question with the events of its answer, from the turn's start to its end. */
function turn(state: ThreadState, key: string, events: [string, unknown][]): ThreadState {
  const all: [string, unknown][] = [
    ["turn.started", { turnId: `t-${key}` }],
    ...events,
    ["turn.completed", { messageId: `m-${key}`, text: "Sure." }],
  ];
  const asked = play(state, {
    type: "turnRequested",
    shopperKey: `q-${key}`,
    answerKey: key,
    clientMessageId: key,
    text: "Cancel it",
    at: AT,
  });
  return all.reduce((current, [type, data]) => {
    const event = decodeChatEvent(type, data);
    return event
      ? play(current, { type: "turnEvent", answerKey: key, eventId: undefined, event })
      : current;
  }, asked);
}

const PROPOSED = turn(READY, "a1", [["action.proposed", PROPOSAL]]);
const statusOf = (state: ThreadState, id = "x1") => state.actions[id];

describe("a proposed action", () => {
  it("is part of its answer, and open", () => {
    expect(PROPOSED.messages[1]).toMatchObject({ proposals: [PROPOSAL] });
    expect(statusOf(PROPOSED)).toEqual({ status: "pending" });
    expect(PROPOSED.pendingAction).toEqual(PROPOSAL);
    expect(strayAction(PROPOSED)).toBeUndefined();
  });

  it("is shown once when its event comes twice", () => {
    const again = turn(READY, "a1", [
      ["action.proposed", PROPOSAL],
      ["action.proposed", PROPOSAL],
    ]);
    expect(again.messages[1]).toMatchObject({ proposals: [PROPOSAL] });
  });

  it("is replaced by a newer one", () => {
    const newer = turn(PROPOSED, "a2", [["action.proposed", { ...PROPOSAL, actionId: "x2" }]]);
    expect(statusOf(newer)).toEqual({ status: "expired", code: "action_replaced" });
    expect(statusOf(newer, "x2")).toEqual({ status: "pending" });
  });

  it("stays what it became when a newer one comes", () => {
    const declined = play(PROPOSED, {
      type: "actionSettled",
      actionId: "x1",
      outcome: { status: "declined" },
    });
    const newer = turn(declined, "a2", [["action.proposed", { ...PROPOSAL, actionId: "x2" }]]);
    expect(statusOf(newer)?.status).toBe("declined");
  });

  it.each([
    ["action.executed", { order: ORDER_JSON }, { status: "executed", order: { id: "#A1001" } }],
    ["action.declined", {}, { status: "declined" }],
    ["action.failed", { code: "order_changed" }, { status: "failed", code: "order_changed" }],
  ])("ends by %s in a later turn", (type, data, expected) => {
    const ended = turn(PROPOSED, "a2", [[type, { actionId: "x1", ...data }]]);
    expect(statusOf(ended)).toMatchObject(expected);
    expect(ended.pendingAction).toBeUndefined();
  });

  it("is shown at the end when its message was edited away but it still waits", () => {
    const edited = play(PROPOSED, {
      type: "turnRequested",
      shopperKey: "q2",
      answerKey: "a2",
      clientMessageId: "m2",
      text: "Something else",
      at: AT,
      replacesKey: "q-a1",
    });
    expect(strayAction(edited)).toEqual(PROPOSAL);
    const declined = play(edited, {
      type: "actionSettled",
      actionId: "x1",
      outcome: { status: "declined" },
    });
    expect(strayAction(declined)).toBeUndefined();
  });
});

describe("a decision", () => {
  const sent = play(PROPOSED, { type: "decisionSent", actionId: "x1", decision: "confirm" });

  it("is on its way until it is answered", () => {
    expect(statusOf(sent)).toEqual({ status: "pending", sending: "confirm" });
    const outcome = { status: "executed" } as const;
    expect(statusOf(play(sent, { type: "actionSettled", actionId: "x1", outcome }))?.sending).toBe(
      undefined,
    );
  });

  it("that fails leaves the action open", () => {
    const failed = play(sent, {
      type: "decisionFailed",
      actionId: "x1",
      decision: "confirm",
      code: "network",
    });
    expect(statusOf(failed)).toEqual({
      status: "pending",
      failure: { decision: "confirm", code: "network" },
    });
    expect(failed.verification.askedIn).toBeUndefined();
  });

  it("that fails changes nothing of an action that has ended meanwhile", () => {
    const outcome = { status: "executed" } as const;
    const ended = play(
      sent,
      { type: "actionSettled", actionId: "x1", outcome },
      { type: "decisionFailed", actionId: "x1", decision: "confirm", code: "network" },
    );
    expect(statusOf(ended)?.status).toBe("executed");
  });

  it("that needs to know who is asking, asks for it at the card", () => {
    const refused = play(sent, {
      type: "decisionFailed",
      actionId: "x1",
      decision: "confirm",
      code: "verification_required",
    });
    expect(refused.verification).toMatchObject({ askedIn: "a1", actionId: "x1", done: false });
    const known = play(refused, {
      type: "verified",
      result: { level: "customer", verifiedUntil: AT },
    });
    expect(statusOf(known)).toEqual({ status: "pending", failure: undefined });
    expect(known.verification).toMatchObject({ done: true, verifiedUntil: AT });
  });
});

describe("a transcript", () => {
  const message = (id: string, events: [string, unknown][]) => ({
    messageId: id,
    from: "assistant",
    text: "Sure.",
    at: AT,
    events: events.map(([event, data]) => ({ event, data })),
  });
  const load = (json: object, state = EMPTY_THREAD) =>
    play(state, { type: "transcriptLoaded", transcript: decodeTranscript({ id: "c1", ...json }) });
  const second = { ...PROPOSAL, actionId: "x2" };

  it("restores open, ended and replaced actions", () => {
    const state = load({
      messages: [
        message("m1", [["action.proposed", PROPOSAL]]),
        message("m2", [["action.proposed", second]]),
      ],
      pendingAction: second,
      actions: [
        { actionId: "x1", status: "expired", code: "action_replaced" },
        { actionId: "x2", status: "pending" },
      ],
    });
    expect(state.actions).toMatchObject({
      x1: { status: "expired", code: "action_replaced" },
      x2: { status: "pending" },
    });
    expect(state.pendingAction).toEqual(second);
    expect(strayAction(state)).toBeUndefined();
  });

  it("takes outcomes from its events too, and calls open only what still waits", () => {
    const state = load({
      messages: [
        message("m1", [["action.proposed", PROPOSAL]]),
        message("m2", [
          ["action.executed", { actionId: "x1" }],
          ["action.proposed", second],
        ]),
      ],
    });
    expect(statusOf(state)?.status).toBe("executed");
    expect(statusOf(state, "x2")).toEqual({ status: "expired" });
  });

  it("shows a waiting action whose message is not part of it", () => {
    const state = load({ messages: [], pendingAction: PROPOSAL });
    expect(strayAction(state)).toEqual(PROPOSAL);
    expect(statusOf(state)).toEqual({ status: "pending" });
  });

  it("never opens again what has ended", () => {
    const ended = play(PROPOSED, {
      type: "actionSettled",
      actionId: "x1",
      outcome: { status: "executed" },
    });
    const state = load(
      { messages: [message("m-a1", [["action.proposed", PROPOSAL]])], pendingAction: PROPOSAL },
      ended,
    );
    expect(statusOf(state)?.status).toBe("executed");
    expect(state.pendingAction).toBeUndefined();
  });

  it("does not lose a decision that is on its way", () => {
    const sent = play(PROPOSED, { type: "decisionSent", actionId: "x1", decision: "decline" });
    const state = load(
      { messages: [message("m-a1", [["action.proposed", PROPOSAL]])], pendingAction: PROPOSAL },
      sent,
    );
    expect(statusOf(state)).toEqual({ status: "pending", sending: "decline" });
  });

  it("of another conversation brings nothing along", () => {
    expect(load({ id: "c2", messages: [] }, PROPOSED).actions).toEqual({});
  });
});

describe("decoders", () => {
  const types = ["proposed", "executed", "declined", "failed"].map((name) => `action.${name}`);

  it.each(types)("read %s without any field", (event) => {
    expect(decodeFrame({ event, data: "{}", id: "1" })).toBeUndefined();
    expect(decodeFrame({ event, data: "null", id: "1" })).toBeUndefined();
    expect(decodeFrame({ event, data: '{"actionId":"x"}', id: "1" })).toBeDefined();
  });

  it("fill what a proposal does not tell, and drop empty lines", () => {
    expect(decodeProposal({ actionId: "x", lines: [{}, null, { label: "Reason" }] })).toEqual({
      actionId: "x",
      kind: "",
      orderId: undefined,
      summary: "",
      lines: [{ label: "Reason", value: "" }],
      expiresAt: "",
    });
  });

  it("make no outcome of a status that they don't know", () => {
    expect(decodeOutcome({ status: "postponed" })).toBeUndefined();
    expect(decodeOutcome(undefined)).toBeUndefined();
    expect(decodeActionStates([{}, null, { actionId: "x" }])).toEqual({
      x: { status: "pending" },
    });
  });
});
