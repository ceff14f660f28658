import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api-error";
import { decodeOrder } from "@/lib/domain/order";
import { ChatHarness } from "@/testing/chat-harness";
import { ORDER_JSON, PROPOSAL } from "@/testing/fixtures";
import { openSession } from "@/testing/open-session";
import { renderApp } from "@/testing/render-app";
import { decodeTranscript } from "../model/transcript";

const NOW = new Date("2026-03-05T10:00:30Z");

beforeEach(() => {
  vi.setSystemTime(NOW);
});
afterEach(() => {
  vi.useRealTimers();
});

async function show(state: object = {}, proposal: object = PROPOSAL) {
  const all = openSession({ id: "c1", token: "secret" });
  all.api.transcript = decodeTranscript({
    id: "c1",
    messages: [
      {
        messageId: "m1",
        from: "assistant",
        text: "Sure.",
        at: "2026-03-05T10:00:00Z",
        events: [{ event: "action.proposed", data: proposal }],
      },
    ],
    ...("actions" in state ? {} : { pendingAction: proposal }),
    ...state,
  });
  await all.session.open();
  await renderApp(<ChatHarness session={all.session} />);
  return all;
}

const card = () => screen.getByRole("group", { name: /^Cancellation/ });
const button = (name: string) => within(card()).getByRole("button", { name });

describe("an open action", () => {
  it("shows what would be done, with every amount, and how long there is to decide", async () => {
    await show();
    expect(card()).toHaveAccessibleName("Cancellation Cancel the whole order #A1001");
    expect(within(card()).getByText("Refund to Visa ending in 4821")).toBeVisible();
    expect(within(card()).getByText("€188.10")).toBeVisible();
    expect(within(card()).getByText("Needs your decision")).toBeVisible();
    expect(button("Confirm")).toHaveAccessibleDescription("15 minutes left to decide");
  });

  it("is confirmed by one click, tells what happened there and takes the focus to it", async () => {
    const { api } = await show();
    let answer: (() => void) | undefined;
    const decide = vi.spyOn(api, "decideAction").mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: "executed", order: decodeOrder(ORDER_JSON) });
        }),
    );
    await userEvent.click(button("Confirm"));
    await userEvent.click(button("Confirm"));
    await userEvent.click(button("Decline"));
    expect(decide).toHaveBeenCalledTimes(1);
    expect(button("Confirm")).toHaveAttribute("aria-busy", "true");
    expect(button("Decline")).toHaveAttribute("aria-disabled", "true");
    await act(async () => answer?.());
    expect(screen.getByText("The order is cancelled.")).toHaveFocus();
    expect(within(card()).queryByRole("button")).toBeNull();
    expect(within(card()).getByText("Done")).toBeVisible();
  });

  it("leaves the focus to a shopper who has gone on, and says aloud what happened", async () => {
    const { api } = await show();
    const elsewhere = document.body.appendChild(document.createElement("input"));
    let answer: (() => void) | undefined;
    vi.spyOn(api, "decideAction").mockImplementation(
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: "declined" });
        }),
    );
    await userEvent.click(button("Decline"));
    elsewhere.focus();
    await act(async () => answer?.());
    expect(elsewhere).toHaveFocus();
    expect(within(card()).getByRole("status")).toHaveTextContent("You declined.");
    elsewhere.remove();
  });

  it("is declined by keyboard alone", async () => {
    const { api } = await show();
    api.outcomes = [{ status: "declined" }];
    await userEvent.tab();
    expect(button("Decline")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(api.decisions).toEqual([["x1", "decline"]]);
    expect(screen.getByText("You declined. Nothing was changed.")).toHaveFocus();
  });

  it("tells in words why it could not be done", async () => {
    const { api } = await show();
    api.outcomes = [{ status: "failed", code: "gift_card_insufficient" }];
    await userEvent.click(button("Confirm"));
    expect(card()).toHaveTextContent(
      "The gift card does not cover the amount. Nothing was changed.",
    );
    expect(within(card()).getByText("Not possible")).toBeVisible();
  });

  it("can be decided again when the answer was lost", async () => {
    const { api } = await show();
    api.outcomes = [new ApiError(0, "network")];
    await userEvent.click(button("Confirm"));
    expect(within(card()).getByRole("alert")).toHaveTextContent(
      "There is no connection to the shop right now. Check your internet connection. You can safely try again: it never happens twice.",
    );
    expect(button("Confirm again")).toHaveFocus();
    api.outcomes = [{ status: "executed" }];
    await userEvent.click(button("Confirm again"));
    expect(card()).toHaveTextContent("The order is cancelled.");
  });

  it("asks who is asking when the check has run out, and goes on after it", async () => {
    const { api, session } = await show();
    api.outcomes = [new ApiError(403, "verification_required"), { status: "executed" }];
    await userEvent.click(button("Confirm"));
    expect(within(card()).getByRole("alert")).toHaveTextContent("Please show first that it's you.");
    await screen.findByRole("group", { name: "Please show that it's you" });
    expect(screen.getByRole("textbox", { name: "E-mail address" })).toHaveFocus();
    await act(() => session.verifier.submitCode("123456"));
    expect(within(card()).queryByRole("alert")).toBeNull();
    expect(
      screen.getByRole("group", { name: "Thank you, now we know it's you" }),
    ).toHaveTextContent("You can now confirm your request.");
    await userEvent.click(button("Confirm"));
    expect(card()).toHaveTextContent("The order is cancelled.");
    expect(screen.queryByText(/You can now confirm your request/)).toBeNull();
  });
});

describe("the time to decide", () => {
  const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const live = () =>
    within(card())
      .getAllByRole("status")
      .map((status) => status.textContent)
      .join("");

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  });

  it("is told by the minute, by the second at the end, and said aloud only then", async () => {
    await show();
    await advance(0);
    expect(card()).toHaveTextContent("15 minutes left to decide");
    await advance(5 * 60_000);
    expect(card()).toHaveTextContent("10 minutes left to decide");
    expect(live()).toBe("");
    await advance(7.5 * 60_000 + 100);
    expect(card()).toHaveTextContent("2:00 left to decide");
    expect(live()).toBe("Less than two minutes left to decide.");
    await advance(61_000);
    expect(card()).toHaveTextContent("0:59 left to decide");
    expect(live()).toBe("Less than two minutes left to decide.");
    await advance(60_000);
    expect(within(card()).queryByRole("button")).toBeNull();
    expect(live()).toContain("The time to decide is over. Nothing was changed");
  });
});

it("trusts the server more than a clock that is hours ahead", async () => {
  vi.setSystemTime("2026-03-05T19:00:00Z");
  await show();
  expect(button("Confirm")).toBeVisible();
  expect(card()).not.toHaveTextContent("left to decide");
});

describe("an action of a reloaded conversation", () => {
  it.each([
    [{ status: "executed" }, "Done", "The order is cancelled."],
    [{ status: "declined" }, "Declined", "You declined. Nothing was changed."],
    [
      { status: "failed", code: "order_changed" },
      "Not possible",
      "The order has changed in the meantime",
    ],
    [{ status: "expired", code: "action_expired" }, "Expired", "The time to decide is over."],
    [
      { status: "expired", code: "action_replaced" },
      "Replaced",
      "A newer request has taken its place.",
    ],
  ])("shows how it ended: %j", async (state, badge, words) => {
    await show({ actions: [{ actionId: "x1", ...state }] });
    expect(within(card()).getByText(badge)).toBeVisible();
    expect(card()).toHaveTextContent(words);
    expect(within(card()).queryByRole("button")).toBeNull();
  });

  it("says aloud what another tab decided", async () => {
    const { api } = await show();
    act(() =>
      api.follows[0]?.emit(9, {
        type: "action.settled",
        actionId: "x1",
        outcome: { status: "executed" },
      }),
    );
    expect(within(card()).getByRole("status")).toHaveTextContent("The order is cancelled.");
    expect(document.body).toHaveFocus();
  });

  it("has words for an action that this version doesn't know", async () => {
    await show(
      { actions: [{ actionId: "x1", status: "executed" }] },
      { actionId: "x1", kind: "giftWrap" },
    );
    expect(screen.getByRole("group", { name: "Change Change" })).toHaveTextContent("Done.");
  });
});
