import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api-error";
import { signIn, signOut } from "@/lib/identity";
import { ChatHarness } from "@/testing/chat-harness";
import { openSession } from "@/testing/open-session";
import { renderApp } from "@/testing/render-app";
import { decodeTranscript } from "../model/transcript";

const UNTIL = "2026-03-05T10:30:00Z";
const outbox = vi.hoisted(() => vi.fn());
vi.mock("@/api/generated", async (original) => ({
  ...(await original<object>()),
  listDemoOutbox: outbox,
}));

beforeEach(() => {
  vi.setSystemTime("2026-03-05T10:00:30Z");
});
afterEach(() => {
  vi.useRealTimers();
  signOut();
});

async function show(state: object = {}) {
  const all = openSession({ id: "c1", token: "secret" });
  all.api.transcript = decodeTranscript({
    id: "c1",
    messages: [
      { messageId: "q1", from: "shopper", text: "All my orders?", at: UNTIL },
      {
        messageId: "a1",
        from: "assistant",
        text: "Who are you?",
        at: UNTIL,
        events: [{ event: "verification.required", data: {} }],
      },
    ],
    ...state,
  });
  await all.session.open();
  await renderApp(<ChatHarness session={all.session} />);
  return all;
}

const card = () => screen.findByRole("group", { name: /^(Please show|Thank you)/ });
const field = (name: string) => screen.getByRole("textbox", { name });
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

describe("by e-mail", () => {
  it("sends a code, takes it and offers to repeat the question", async () => {
    const { api, session } = await show();
    await card();
    await userEvent.type(field("E-mail address"), "a@example.com{Enter}");
    const code = field("6-digit code");
    expect(code).toHaveFocus();
    expect(code).toHaveAttribute("autocomplete", "one-time-code");
    expect(code).toHaveAttribute("inputmode", "numeric");
    expect(code).toHaveAccessibleDescription("valid for 10 more minutes");
    expect(await card()).toHaveTextContent("If a@example.com is known to us");

    api.checks = [{ level: "customer", verifiedUntil: UNTIL }];
    await userEvent.paste("Your code: 123 456");
    expect(code).toHaveValue("123456");
    await userEvent.keyboard("{Enter}");
    expect(api.checked).toEqual(["a@example.com", "123456"]);
    expect(screen.getByRole("heading", { name: "Thank you, now we know it's you" })).toHaveFocus();
    expect(await card()).toHaveTextContent(/This holds until \d/);

    const send = vi.spyOn(session, "send").mockResolvedValue();
    await press("Ask my question again");
    expect(send).toHaveBeenCalledWith("All my orders?");
  });

  it("says what is wrong before anything is sent", async () => {
    const { api } = await show();
    await card();
    await userEvent.type(field("E-mail address"), "nobody{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("Please enter a whole e-mail address.");
    expect(field("E-mail address")).toBeInvalid();
    expect(field("E-mail address")).toHaveFocus();
    expect(api.checked).toEqual([]);
  });

  it("tells the tries that are left, and has a new code sent after the last one", async () => {
    const { api } = await show();
    await card();
    await userEvent.type(field("E-mail address"), "a@example.com{Enter}");
    const refusal = (triesLeft: number) =>
      new ApiError(422, "code_invalid", undefined, { problem: { triesLeft } });
    api.checks = [refusal(1), refusal(0)];
    await userEvent.type(field("6-digit code"), "000000{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("This code is not right.");
    expect(field("6-digit code")).toHaveAccessibleDescription(/1 try left/);
    expect(field("6-digit code")).toHaveFocus();
    expect(field("6-digit code")).toHaveValue("");

    await userEvent.type(field("6-digit code"), "000000{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("That was the last try with this code.");
    await press("Send a new code");
    expect(api.checked.at(-1)).toBe("a@example.com");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(await screen.findByText("A new code is on its way.")).toBeVisible();
    expect(field("6-digit code")).toHaveFocus();
  });

  it("shows the code field again after a reload, without taking the focus", async () => {
    const { api } = await show({
      verification: { expiresAt: "2026-03-05T10:05:00Z", triesLeft: 2 },
    });
    await card();
    expect(field("6-digit code")).toHaveAccessibleDescription(
      "2 tries left · valid for 5 more minutes",
    );
    expect(document.body).toHaveFocus();
    await press("Use another address or way");
    expect(field("E-mail address")).toHaveFocus();
    await press("I already have a code");
    expect(field("6-digit code")).toHaveFocus();
    await press("Send a new code");
    expect(field("E-mail address")).toHaveFocus();
    await userEvent.keyboard("b@example.com{Enter}");
    expect(api.checked).toEqual(["b@example.com"]);
    expect(field("6-digit code")).toHaveFocus();
  });

  it("keeps the code when the line broke", async () => {
    const { api } = await show({ verification: { expiresAt: UNTIL, triesLeft: 3 } });
    await card();
    api.checks = [new ApiError(0, "network"), { level: "customer", verifiedUntil: UNTIL }];
    await userEvent.type(field("6-digit code"), "123456{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("There is no connection to the shop");
    expect(field("6-digit code")).toHaveValue("123456");
    await press("Confirm the code");
    expect(await card()).toHaveTextContent("Thank you, now we know it's you");
  });

  it("asks for six digits", async () => {
    const { api } = await show({ verification: { expiresAt: UNTIL, triesLeft: 3 } });
    await card();
    await userEvent.type(field("6-digit code"), "12a3{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("The code has six digits.");
    expect(api.checked).toEqual([]);
  });
});

describe("by one order", () => {
  const open = async () => {
    const all = await show();
    await card();
    await userEvent.click(screen.getByRole("radio", { name: "Look up one order" }));
    return all;
  };

  it("opens the order when its details belong together", async () => {
    const { api } = await open();
    api.checks = [{ level: "anonymous" }, { level: "order" }];
    await userEvent.type(field("Order number"), "#A1001");
    await userEvent.type(field("E-mail or postal code"), "1100{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent(
      "These details don't go together. Please check both and try again.",
    );
    await userEvent.clear(field("E-mail or postal code"));
    await userEvent.type(field("E-mail or postal code"), "a@example.com{Enter}");
    expect(api.checked).toEqual([
      { orderId: "#A1001", postalCode: "1100" },
      { orderId: "#A1001", email: "a@example.com" },
    ]);
    expect(await card()).toHaveTextContent("You can ask about this one order now.");
    expect(screen.getByRole("heading", { name: /^Thank you/ })).toHaveFocus();
  });

  it("says when it can be tried again", async () => {
    const { api } = await open();
    const retryAt = new Date("2026-03-05T10:15:00Z");
    api.checks = [new ApiError(429, "too_many_attempts", undefined, { retryAt })];
    await userEvent.type(field("Order number"), "#A1001");
    await userEvent.type(field("E-mail or postal code"), "1100{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent(
      /Too many attempts. You can try again at \d+:15/,
    );
    const button = screen.getByRole("button", { name: "Look up the order" });
    expect(button).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(button);
    expect(api.checked).toHaveLength(1);
  });

  it("asks for both details", async () => {
    const { api } = await open();
    await press("Look up the order");
    expect(field("Order number")).toHaveFocus();
    expect(screen.getByRole("alert")).toHaveTextContent("Please fill this in.");
    expect(api.checked).toEqual([]);
  });
});

describe("the demo mailbox", () => {
  const mail = (to: string, text: string) => ({ to, subject: "Your code", text, at: UNTIL });

  it("shows the newest mail to that address", async () => {
    await show();
    await card();
    await userEvent.type(field("E-mail address"), "a@example.com{Enter}");
    outbox.mockResolvedValueOnce({ data: [] });
    await press("Open the demo mailbox");
    expect(await screen.findByText("There is no mail for this address.")).toBeVisible();
    outbox.mockResolvedValueOnce({
      data: [mail("b@example.com", "111111"), mail("A@example.com", "222222"), {}, null],
    });
    await press("Look again");
    const region = screen.getByRole("region", { name: "Demo mailbox" });
    expect(await within(region).findByText("222222")).toBeVisible();
    expect(within(region).queryByText("111111")).toBeNull();
  });
});

describe("where nothing is asked", () => {
  it("is hidden for a signed-in shopper", async () => {
    signIn("C1", "token");
    await show();
    await act(() => import("./verification-card"));
    expect(screen.queryByRole("group")).toBeNull();
  });

  it("stands only at the latest place", async () => {
    const required = [{ event: "verification.required", data: {} }];
    await show({
      messages: ["a1", "a2", "a3"].map((messageId) => ({
        messageId,
        from: "assistant",
        text: messageId,
        at: UNTIL,
        events: required,
      })),
    });
    await card();
    expect(screen.getAllByRole("group", { name: "Please show that it's you" })).toHaveLength(1);
  });

  it("asks again when the time has passed for which a code holds", async () => {
    const { api, session } = await show();
    api.checks = [{ level: "customer", verifiedUntil: UNTIL }];
    await card();
    vi.useFakeTimers({
      now: new Date("2026-03-05T10:00:30Z"),
      toFake: ["Date", "setTimeout", "clearTimeout"],
    });
    await act(() => session.verifier.submitCode("123456"));
    await act(() => vi.advanceTimersByTimeAsync(29 * 60_000));
    expect(screen.getByRole("group", { name: /^Thank you/ })).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(screen.getByRole("group", { name: "Please show that it's you" })).toBeVisible();
  });
});
