import { describe, expect, it } from "vitest";
import { EMPTY_THREAD, type ThreadAction, type ThreadState, threadReducer } from "./thread";
import { interruptedQuestion } from "./thread-verification";
import { decodeTranscript } from "./transcript";
import { codeDigits, decodeCodeCheck, isCode, isEmail } from "./verification";

const AT = "2026-03-05T10:00:00.000Z";
const UNTIL = "2026-03-05T10:30:00.000Z";
const play = (state: ThreadState, ...actions: ThreadAction[]) =>
  actions.reduce(threadReducer, state);

const REQUIRED = { event: "verification.required", data: { reason: "listMyOrders" } };
const shopper = (messageId: string, text: string) => ({ messageId, from: "shopper", text });
const answer = (messageId: string, ...events: object[]) => ({
  messageId,
  from: "assistant",
  text: "Who are you?",
  events,
});

function load(json: object, state = EMPTY_THREAD): ThreadState {
  const transcript = decodeTranscript({ id: "c1", ...json });
  return play(state, { type: "transcriptLoaded", transcript });
}

const ASKED = load({ messages: [shopper("q1", "All my orders?"), answer("a1", REQUIRED)] });

describe("verification", () => {
  it("is done where it was asked for last", () => {
    const twice = load({
      messages: [answer("a1", REQUIRED), answer("a2"), answer("a3", REQUIRED), answer("a4")],
    });
    expect(twice.verification).toMatchObject({ askedIn: "a3", done: false });
    expect(load({ messages: [answer("a1")] }).verification.askedIn).toBeUndefined();
  });

  it("is asked for by an answer that is being streamed", () => {
    const state = play(
      ASKED,
      {
        type: "turnRequested",
        shopperKey: "q2",
        answerKey: "a2",
        clientMessageId: "m",
        text: "And now?",
        at: AT,
      },
      {
        type: "turnEvent",
        answerKey: "a2",
        eventId: 9,
        event: { type: "verification.required" },
      },
    );
    expect(state.verification.askedIn).toBe("a2");
    expect(interruptedQuestion(state)).toBe("And now?");
  });

  it("goes on with the code after a reload", () => {
    const state = load({
      messages: [answer("a1", REQUIRED)],
      verification: { expiresAt: UNTIL, triesLeft: 2 },
    });
    expect(state.verification).toMatchObject({
      askedIn: "a1",
      check: { expiresAt: UNTIL, triesLeft: 2 },
    });
    const without = load({ messages: [answer("a1")], verification: { expiresAt: UNTIL } });
    expect(without.verification.askedIn).toBe("a1");
  });

  it("counts the tries, and ends with the right code", () => {
    const check = { expiresAt: UNTIL, email: "a@b" };
    const wrong = play(ASKED, { type: "codeSent", check }, { type: "codeRefused", triesLeft: 2 });
    expect(wrong.verification.check).toEqual({ ...check, triesLeft: 2 });
    const right = play(wrong, {
      type: "verified",
      result: { level: "customer", verifiedUntil: UNTIL },
    });
    expect(right.verification).toEqual({
      level: "customer",
      verifiedUntil: UNTIL,
      askedIn: "a1",
      actionId: undefined,
      done: true,
      check: undefined,
    });
    expect(play(ASKED, { type: "codeRefused", triesLeft: 1 }).verification.check).toBeUndefined();
  });

  it("is done when the code was given in the conversation", () => {
    const state = load(
      {
        level: "customer",
        verifiedUntil: UNTIL,
        messages: [
          shopper("q1", "All my orders?"),
          answer("a1", REQUIRED),
          shopper("q2", "••••••"),
          answer("a2"),
        ],
      },
      ASKED,
    );
    expect(state.verification).toMatchObject({ askedIn: "a1", done: true });
    expect(interruptedQuestion(state)).toBe("All my orders?");
  });

  it("keeps a looked-up order's level, until more is needed", () => {
    const looked = play(ASKED, { type: "verified", result: { level: "order" } });
    const again = load(
      { level: "order", messages: [shopper("q1", "?"), answer("a1", REQUIRED)] },
      looked,
    );
    expect(again.verification.done).toBe(true);
    const more = load(
      { level: "order", messages: [answer("a1", REQUIRED), answer("a2", REQUIRED)] },
      looked,
    );
    expect(more.verification).toMatchObject({ askedIn: "a2", done: false });
    const wentOn = load({ level: "order", messages: [answer("a1", REQUIRED), answer("a2")] });
    expect(wentOn.verification.done).toBe(true);
  });

  it("does not repeat a question after another one", () => {
    const later = load({
      messages: [
        shopper("q1", "All my orders?"),
        answer("a1", REQUIRED),
        shopper("q2", "Lamps?"),
        answer("a2"),
      ],
    });
    expect(interruptedQuestion(later)).toBeUndefined();
    expect(interruptedQuestion(ASKED)).toBe("All my orders?");
  });
});

describe("codes and addresses", () => {
  it.each([
    ["123 456", "123456"],
    ["Your code: 123-456.", "123456"],
    ["１２３456", "123456"],
    ["1234567", "123456"],
    ["", ""],
  ])("reads %j as %j", (pasted, digits) => {
    expect(codeDigits(pasted)).toBe(digits);
  });

  it("tells a code from a question", () => {
    expect(["123456", "my code is 123456!", "••••••"].every(isCode)).toBe(true);
    expect(["Where is #A1001?", "1234567", "", "12 or 123456"].some(isCode)).toBe(false);
  });

  it("knows the shape of an address", () => {
    expect([" a@b.c ", "ü@b"].every(isEmail)).toBe(true);
    expect(["", "a@", "@b", "a b@c", "1100-001"].some(isEmail)).toBe(false);
  });

  it("reads a check without any field", () => {
    expect(decodeCodeCheck(undefined)).toBeUndefined();
    expect(decodeCodeCheck(null)).toBeUndefined();
    expect(decodeCodeCheck({})).toEqual({ expiresAt: "", triesLeft: undefined });
  });
});
