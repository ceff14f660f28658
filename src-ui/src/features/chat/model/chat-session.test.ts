import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api-error";
import type { FakeStream } from "@/testing/fake-chat-api";
import { openSession, settle } from "@/testing/open-session";
import type { ConversationRef } from "./chat-api";
import { decodeTranscript } from "./transcript";

const OFFLINE = new ApiError(0, "network");

async function opened(stored?: ConversationRef) {
  const all = openSession(stored);
  await all.session.open();
  return all;
}

function finish(turn: FakeStream | undefined, firstId = 1, turnId = "t1") {
  turn?.emit(firstId, { type: "turn.started", turnId });
  turn?.emit(firstId + 1, { type: "text.delta", text: "Done." });
  turn?.emit(firstId + 2, {
    type: "turn.completed",
    messageId: `answer-${turnId}`,
    text: "Done.",
    degraded: false,
  });
  turn?.end();
}

describe("opening", () => {
  it("begins a conversation and remembers it", async () => {
    const { session, storedRef } = await opened();
    expect(session.getState()).toMatchObject({ phase: "ready", greeting: "Hello" });
    expect(storedRef()).toEqual({ id: "c1", token: "secret" });
  });

  it("begins none when it is closed again at once", async () => {
    const { api, session } = openSession();
    const first = session.open();
    session.close();
    await first;
    expect(api.created).toBe(0);
  });

  it("restores the stored conversation", async () => {
    const { api, session } = openSession({ id: "c1", token: "secret" });
    api.transcript = decodeTranscript({
      id: "c1",
      lastEventId: 5,
      messages: [{ messageId: "m", from: "shopper", text: "Hi" }],
    });
    await session.open();
    expect(api.created).toBe(0);
    expect(session.getState().messages).toHaveLength(1);
    expect(api.follows[0]?.lastEventId).toBe(5);
  });

  it("begins a new one when the stored one is gone", async () => {
    const { api, session, storedRef } = openSession({ id: "old", token: "x" });
    api.getFailure = new ApiError(404, "conversation_not_found");
    await session.open();
    expect(api.created).toBe(1);
    expect(storedRef()?.id).toBe("c1");
  });

  it("keeps the stored one when the server is away, and tells why", async () => {
    const { api, session, storedRef } = openSession({ id: "old", token: "x" });
    api.getFailure = new ApiError(503, "unavailable");
    await session.open();
    expect(session.getState()).toMatchObject({ phase: "failed", failureCode: "unavailable" });
    expect(storedRef()?.id).toBe("old");
    api.getFailure = undefined;
    await session.open();
    expect(session.getState().phase).toBe("ready");
  });

  it("joins a turn that is still running, from its beginning", async () => {
    const { api, session } = openSession({ id: "c1", token: "secret" });
    api.transcript = decodeTranscript({
      id: "c1",
      messages: [{ messageId: "m", turnId: "t1", from: "shopper", text: "Hi" }],
      activeTurn: { turnId: "t1", clientMessageId: "cm", text: "Hi" },
    });
    await session.open();
    expect(api.turns[0]?.request).toMatchObject({ text: "Hi", clientMessageId: "cm" });
    expect(api.turns[0]?.lastEventId).toBeUndefined();
    finish(api.turns[0]);
    expect(session.getState().messages).toMatchObject([
      { from: "shopper", text: "Hi" },
      { from: "assistant", text: "Done.", status: "done" },
    ]);
  });
});

describe("asking", () => {
  it("streams one answer at a time", async () => {
    const { api, session } = await opened();
    void session.send("First");
    void session.send("Second");
    expect(api.turns).toHaveLength(1);
    finish(api.turns[0]);
    await settle();
    void session.send("Second");
    expect(api.turns).toHaveLength(2);
    expect(api.turns[1]?.request?.text).toBe("Second");
  });

  it("joins again from the last event when the line breaks", async () => {
    const { api, session, pauses } = await opened();
    void session.send("Hi");
    api.turns[0]?.emit(4, { type: "turn.started", turnId: "t1" });
    api.turns[0]?.emit(5, { type: "text.delta", text: "One. " });
    api.turns[0]?.fail(OFFLINE);
    await settle();
    expect(api.turns[1]?.lastEventId).toBe(5);
    expect(api.turns[1]?.request).toEqual(api.turns[0]?.request);
    expect(pauses).toEqual([500]);
    api.turns[1]?.emit(6, { type: "text.delta", text: "Two." });
    expect(session.getState().messages[1]).toMatchObject({ text: "One. Two." });
  });

  it("joins again when the stream ends before the turn does", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    api.turns[0]?.emit(4, { type: "turn.started", turnId: "t1" });
    api.turns[0]?.end();
    await settle();
    expect(api.turns).toHaveLength(2);
  });

  it("gives up after some tries, and sends the same message id when asked again", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    for (let attempt = 0; attempt < 4; attempt += 1) {
      api.turns[attempt]?.fail(OFFLINE);
      await settle();
    }
    expect(api.turns).toHaveLength(4);
    const [asked, answer] = session.getState().messages;
    expect(asked).toMatchObject({ delivery: "failed" });
    expect(answer).toMatchObject({ failure: { code: "network", retryable: true } });

    void session.retry(answer?.key ?? "");
    expect(api.turns[4]?.request?.clientMessageId).toBe(api.turns[0]?.request?.clientMessageId);
    finish(api.turns[4]);
    expect(session.getState().messages).toHaveLength(2);
  });

  it("tells at once when the server refuses", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    api.turns[0]?.fail(new ApiError(413, "message_too_long"));
    await settle();
    expect(api.turns).toHaveLength(1);
    expect(session.getState().messages[1]).toMatchObject({
      failure: { code: "message_too_long", retryable: false },
    });
  });

  it("asks a failed turn's question in its place", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    api.turns[0]?.emit(1, { type: "turn.started", turnId: "t1" });
    api.turns[0]?.emit(2, {
      type: "turn.failed",
      code: "turn_timeout",
      message: "",
      retryable: true,
    });
    api.turns[0]?.end();
    await settle();
    api.transcript = decodeTranscript({
      id: "c1",
      messages: [{ messageId: "server-id", turnId: "t1", from: "shopper", text: "Hi" }],
    });
    void session.retry(session.getState().messages[1]?.key ?? "");
    await settle();
    expect(api.turns[1]?.request).toMatchObject({ text: "Hi", replaces: "server-id" });
    expect(api.turns[1]?.request?.clientMessageId).not.toBe(api.turns[0]?.request?.clientMessageId);
    expect(session.getState().messages).toHaveLength(2);
  });
});

describe("stopping", () => {
  it("stops the running turn", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    api.turns[0]?.emit(1, { type: "turn.started", turnId: "t1" });
    await session.stop();
    expect(api.stopped).toEqual(["t1"]);
  });

  it("waits for the turn's name when it is not known yet", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    await session.stop();
    expect(api.stopped).toEqual([]);
    api.turns[0]?.emit(1, { type: "turn.started", turnId: "t1" });
    expect(api.stopped).toEqual(["t1"]);
  });
});

describe("following", () => {
  it("shows what a person writes, also while an answer is streamed", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    api.follows[0]?.emit(3, {
      type: "message.created",
      messageId: "g",
      from: "agent",
      text: "Hello",
    });
    expect(session.getState().messages.at(-1)).toMatchObject({ from: "agent", text: "Hello" });
  });

  it("does not load anything for its own turn", async () => {
    const { api, session } = await opened();
    void session.send("Hi");
    api.follows[0]?.emit(1, {
      type: "message.created",
      messageId: "s",
      from: "shopper",
      text: "Hi",
    });
    finish(api.turns[0], 2);
    await settle();
    api.follows[0]?.emit(2, { type: "turn.started", turnId: "t1" });
    api.follows[0]?.emit(4, {
      type: "turn.completed",
      messageId: "answer-t1",
      text: "Done.",
      degraded: false,
    });
    await settle();
    expect(api.read).toBe(0);
    expect(session.getState().turn).toBeUndefined();
  });

  it("follows a turn of another tab", async () => {
    const { api, session } = await opened();
    api.transcript = decodeTranscript({
      id: "c1",
      messages: [{ messageId: "m", turnId: "t7", from: "shopper", text: "From there" }],
      activeTurn: { turnId: "t7", clientMessageId: "other", text: "From there" },
    });
    api.follows[0]?.emit(8, { type: "turn.started", turnId: "t7" });
    expect(session.getState().turn).toMatchObject({ turnId: "t7" });
    await settle();
    finish(api.turns[0], 8, "t7");
    await settle();
    expect(session.getState().messages).toMatchObject([
      { text: "From there" },
      { text: "Done.", status: "done" },
    ]);
  });

  it("goes on after a break from the last event, with growing pauses", async () => {
    const { api, session, pauses } = await opened();
    api.follows[0]?.emit(9, {
      type: "ticket.updated",
      ticket: { ticketId: "k", state: "claimed" },
    });
    api.follows[0]?.fail(OFFLINE);
    await settle();
    expect(api.follows[1]?.lastEventId).toBe(9);
    api.follows[1]?.fail(OFFLINE);
    await settle();
    expect(pauses).toEqual([500, 1500]);
    expect(session.getState().connection).toBe("reconnecting");
    api.follows[2]?.listener.onOpen?.();
    expect(session.getState()).toMatchObject({ connection: "live", ticket: { state: "claimed" } });
  });

  it("stops following when it is refused or closed", async () => {
    const refused = await opened();
    refused.api.follows[0]?.fail(new ApiError(404, "conversation_not_found"));
    await settle();
    expect(refused.api.follows).toHaveLength(1);

    const closed = await opened();
    closed.session.close();
    await settle();
    expect(closed.api.follows).toHaveLength(1);
  });
});

describe("calling a person", () => {
  it("shows the ticket", async () => {
    const { session } = await opened();
    await session.requestHandoff();
    expect(session.getState().ticket).toEqual({ ticketId: "k1", state: "open", position: 3 });
  });

  it("tells when it did not work, until it is dismissed", async () => {
    const { api, session } = await opened();
    api.handoffFailure = OFFLINE;
    await session.requestHandoff();
    expect(session.getState().noticeCode).toBe("network");
    session.dismissNotice();
    expect(session.getState().noticeCode).toBeUndefined();
  });
});

it("begins a new conversation on request", async () => {
  const { api, session } = await opened();
  void session.send("Hi");
  await session.startNew();
  expect(session.getState()).toMatchObject({ conversationId: "c2", messages: [] });
  expect(session.getState().turn).toBeUndefined();
  api.turns[0]?.emit(1, { type: "turn.started", turnId: "t1" });
  expect(session.getState().messages).toEqual([]);
});
