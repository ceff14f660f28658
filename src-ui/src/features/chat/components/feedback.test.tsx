import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useSyncExternalStore } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chatContext } from "@/testing/chat-context";
import { ChatHarness } from "@/testing/chat-harness";
import { openSession } from "@/testing/open-session";
import { renderApp } from "@/testing/render-app";
import { ChatContext } from "../hooks/chat-context";
import type { ChatSession } from "../model/chat-session";
import { decodeTranscript } from "../model/transcript";
import { ResolutionQuestion } from "./resolution-question";

afterEach(() => {
  vi.useRealTimers();
});

const TOOL = { event: "tool.finished", data: { callId: "k", tool: "searchHelp", ok: true } };

function EndOfTalk({ session }: { session: ChatSession }) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <ChatContext value={chatContext({ session })}>
      <ResolutionQuestion state={state} />
    </ChatContext>
  );
}

async function show(message: object = {}, part: object = {}) {
  const all = openSession({ id: "c1", token: "secret" });
  all.api.transcript = decodeTranscript({
    id: "c1",
    messages: [{ messageId: "m1", from: "assistant", text: "Sure.", at: "", ...message }],
    ...part,
  });
  await all.session.open();
  await renderApp(
    <>
      <ChatHarness session={all.session} />
      <EndOfTalk session={all.session} />
    </>,
  );
  return all;
}

const thumb = (name: string) => screen.getByRole("button", { name });

describe("an answer's rating", () => {
  it("is one click, stays pressed and is thanked for", async () => {
    const { api } = await show();
    await userEvent.click(thumb("Helpful"));
    expect(thumb("Helpful")).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByText("Thanks for telling us.")).toBeVisible();
    expect(api.feedback).toEqual([{ messageId: "m1", rating: "up" }]);
    await userEvent.click(thumb("Helpful"));
    expect(api.feedback).toHaveLength(1);
  });

  it("shows what was given on an earlier visit", async () => {
    await show({ feedback: { rating: "down" } });
    expect(thumb("Not helpful")).toHaveAttribute("aria-pressed", "true");
    expect(screen.queryByRole("form")).toBeNull();
  });

  it("counts a thumb down at once and asks why, by keyboard alone", async () => {
    const { api } = await show();
    thumb("Not helpful").focus();
    await userEvent.keyboard("{Enter}");
    expect(api.feedback).toEqual([{ messageId: "m1", rating: "down" }]);
    const form = await screen.findByRole("form", { name: "What was not good about it?" });
    expect(within(form).getByRole("button", { name: "Send" })).toBeDisabled();
    await userEvent.click(within(form).getByRole("button", { name: "Not correct" }));
    await userEvent.type(within(form).getByRole("textbox"), "It is blue");
    await userEvent.click(within(form).getByRole("button", { name: "Send" }));
    expect(api.feedback.at(-1)).toEqual({
      messageId: "m1",
      rating: "down",
      comment: "Not correct: It is blue",
    });
    expect(screen.queryByRole("form")).toBeNull();
    expect(screen.getByText("Thanks for telling us.")).toBeVisible();
  });

  it("goes away with Escape and keeps the thumb", async () => {
    await show();
    await userEvent.click(thumb("Not helpful"));
    await userEvent.click(await screen.findByRole("textbox"));
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("form")).toBeNull();
    expect(thumb("Not helpful")).toHaveAttribute("aria-pressed", "true");
  });
});

describe("whether it is solved", () => {
  const asked = () => screen.queryByRole("button", { name: "Yes, thanks" });

  it("is asked when the talk has gone quiet, and not while the shopper writes", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    await show({ events: [TOOL] });
    act(() => void vi.advanceTimersByTime(15_000));
    expect(asked()).toBeNull();
    act(() => void document.dispatchEvent(new KeyboardEvent("keydown", { key: "a" })));
    act(() => void vi.advanceTimersByTime(15_000));
    expect(asked()).toBeNull();
    act(() => void vi.advanceTimersByTime(10_000));
    expect(asked()).toBeVisible();
  });

  it("is thanked for", async () => {
    const { api, session } = await show({}, { resolution: { resolved: false, at: "" } });
    await act(() => session.feedback.resolve(true));
    expect(screen.getByText("Glad to hear it!")).toBeVisible();
    expect(api.feedback).toEqual([{ resolved: true }]);
  });

  it("offers a person when not", async () => {
    const { session } = await show({}, { resolution: { resolved: false, at: "" } });
    await userEvent.click(screen.getByRole("button", { name: "Talk to a person" }));
    await waitFor(() => expect(session.getState().ticket?.state).toBe("open"));
    expect(screen.queryByRole("button", { name: "Talk to a person" })).toBeNull();
  });
});
