import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/api-error";
import { openSession, settle } from "@/testing/open-session";
import { decodeFeedback, decodeRatings, decodeResolution, joinComment } from "./feedback";
import { decodeTranscript } from "./transcript";

describe("decoding", () => {
  it("takes a thumb with or without a comment, and nothing else", () => {
    expect(decodeFeedback({ rating: "up" })).toEqual({ rating: "up", comment: undefined });
    expect(decodeFeedback({ rating: "down", comment: "No" })?.comment).toBe("No");
    for (const odd of [undefined, null, 5, {}, { rating: 5 }, { rating: "sideways" }]) {
      expect(decodeFeedback(odd)).toBeUndefined();
    }
  });

  it("finds the ratings in a transcript by their messages", () => {
    const messages = [{ messageId: "m1" }, { messageId: "m2", feedback: { rating: "up" } }, 7];
    expect(Object.keys(decodeRatings(messages))).toEqual(["m2"]);
    expect(decodeRatings(undefined)).toEqual({});
  });

  it("lets a resolution hold until the shopper asks again", () => {
    const said = { resolved: true, at: "2026-03-05T10:00:00Z" };
    expect(decodeResolution(said, "2026-03-05T09:59:00Z")).toBe(true);
    expect(decodeResolution(said, "2026-03-05T10:01:00Z")).toBeUndefined();
    expect(decodeResolution({ ...said, resolved: false }, undefined)).toBe(false);
    expect(decodeResolution({}, undefined)).toBeUndefined();
    expect(decodeResolution({ resolved: "yes" }, undefined)).toBeUndefined();
  });
});

describe("joinComment", () => {
  it("puts reasons before own words and stays within the limit", () => {
    expect(joinComment(["Not correct", "Unclear"], " It is blue. ")).toBe(
      "Not correct, Unclear: It is blue.",
    );
    expect(joinComment(["Not correct"], "")).toBe("Not correct");
    expect(joinComment([], "  ")).toBe("");
    expect(joinComment(["Not correct"], "x".repeat(1000))).toHaveLength(1000);
  });
});

const TRANSCRIPT = {
  id: "c1",
  messages: [
    { messageId: "q1", from: "shopper", text: "Hi", at: "2026-03-05T10:00:00Z" },
    {
      messageId: "m1",
      from: "assistant",
      text: "Hello",
      at: "2026-03-05T10:00:01Z",
      feedback: { rating: "down", comment: "Short" },
    },
  ],
  resolution: { resolved: true, at: "2026-03-05T10:00:05Z" },
};

async function opened() {
  const all = openSession({ id: "c1", token: "secret" });
  all.api.transcript = decodeTranscript(TRANSCRIPT);
  await all.session.open();
  return all;
}

describe("giving feedback", () => {
  it("keeps over a reload what was given", async () => {
    const { session } = await opened();
    expect(session.getState().ratings.m1).toEqual({ rating: "down", comment: "Short" });
    expect(session.getState().resolved).toBe(true);
  });

  it("shows a rating at once, and sends a change of mind after it", async () => {
    const { api, session } = await opened();
    const first = session.feedback.rate("m1", { rating: "up" });
    const second = session.feedback.rate("m1", { rating: "down", comment: "No" });
    expect(session.getState().ratings.m1?.comment).toBe("No");
    await Promise.all([first, second]);
    expect(api.feedback).toEqual([
      { messageId: "m1", rating: "up" },
      { messageId: "m1", rating: "down", comment: "No" },
    ]);
  });

  it("takes back what did not arrive, and says so", async () => {
    const { api, session } = await opened();
    api.feedbackFailure = new ApiError(0, "network");
    await session.feedback.rate("m1", { rating: "up" });
    expect(session.getState().ratings.m1?.rating).toBe("down");
    await session.feedback.resolve(false);
    expect(session.getState().resolved).toBe(true);
    expect(session.getState().noticeCode).toBe("network");
    api.feedbackFailure = undefined;
    await session.feedback.resolve(false);
    expect(api.feedback).toEqual([{ resolved: false }]);
  });

  it("forgets the resolution when something more is asked", async () => {
    const { session } = await opened();
    void session.send("One more thing");
    expect(session.getState().resolved).toBeUndefined();
  });
});

describe("other conversations", () => {
  it("opens one by the bearer alone, and keeps it for the next visit", async () => {
    const { api, session, storedRef } = await opened();
    api.transcript = decodeTranscript({ ...TRANSCRIPT, id: "c2" });
    await session.switchTo("c2");
    expect(session.getState().conversationId).toBe("c2");
    expect(storedRef()).toEqual({ id: "c2", token: "" });
  });

  it("stays in this one when the other can't be opened", async () => {
    const { api, session, storedRef } = await opened();
    api.getFailure = new ApiError(404, "conversation_not_found");
    await session.switchTo("c2");
    expect(session.getState().conversationId).toBe("c1");
    expect(session.getState().noticeCode).toBe("conversation_not_found");
    expect(storedRef()?.token).toBe("secret");
  });
});

describe("what is asked about", () => {
  it("goes with every question", async () => {
    const page = { page: "/shop/P1", productId: "P1" };
    const { api, session } = openSession(undefined, page);
    await session.open();
    void session.send("Is it in stock?");
    await settle();
    expect(api.turns[0]?.request?.context).toEqual(page);
  });
});
