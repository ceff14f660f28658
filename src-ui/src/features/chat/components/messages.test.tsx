import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeProduct } from "@/lib/domain/product";
import ar from "@/locales/ar.json";
import { chatContext } from "@/testing/chat-context";
import { PRODUCT_JSON, PROPOSAL } from "@/testing/fixtures";
import { renderApp } from "@/testing/render-app";
import { ChatContext } from "../hooks/chat-context";
import type { ChatSession } from "../model/chat-session";
import {
  type AssistantMessage as Answer,
  newAssistantMessage,
  type ThreadMessage,
} from "../model/message";
import { Announcer } from "./announcer";
import { AssistantMessage } from "./assistant-message";
import { ShopperMessage } from "./shopper-message";
import { TicketBanner } from "./ticket-banner";

const session = { send: vi.fn(), retry: vi.fn(), resend: vi.fn() };
const CONTEXT = chatContext({ session: session as unknown as ChatSession });

function answer(part: Partial<Answer>): Answer {
  return { ...newAssistantMessage({ key: "a1", at: "2026-03-05T10:00:00Z" }), ...part };
}

const show = (part: Partial<Answer>) =>
  renderApp(
    <ChatContext value={CONTEXT}>
      <AssistantMessage message={answer(part)} />
    </ChatContext>,
  );

describe("AssistantMessage", () => {
  it("says in plain words what it is doing", async () => {
    await show({ tools: [{ callId: "k", tool: "getOrderDetails", state: "running" }] });
    expect(screen.getByText("Looking up your order…")).toBeVisible();
  });

  it("has words even for a tool that it doesn't know", async () => {
    await show({ tools: [{ callId: "k", tool: "brewCoffee", state: "running" }] });
    expect(screen.getByText("Working on it…")).toBeVisible();
  });

  it.each([
    ["getOrderDetails", "order_not_found", "Found nothing under that"],
    ["listMyOrders", "verification_required", "Has to know who is asking"],
    ["cancelOrder", "order_not_pending", "That can’t be done like this"],
    ["searchHelp", "tool_failed", "Could not look that up"],
  ])("does not say that %s was done when it was refused", async (tool, code, words) => {
    await show({ tools: [{ callId: "k", tool, state: "failed", code }] });
    expect(screen.getByText(words)).toBeVisible();
  });

  it("links its sources to the article's page", async () => {
    await show({ status: "done", citations: [{ articleId: "a/b", title: "Returns" }] });
    expect(screen.getByRole("link", { name: "Returns" })).toHaveAttribute("href", "/help/a%2Fb");
  });

  it("sends a choice", async () => {
    await show({ status: "done", choices: [{ label: "Yes", text: "Yes please" }] });
    await userEvent.click(screen.getByRole("button", { name: "Yes" }));
    expect(session.send).toHaveBeenCalledWith("Yes please");
  });

  it("tells why it failed, and tries again", async () => {
    await show({
      status: "failed",
      failure: { code: "turn_timeout", message: "", retryable: true },
    });
    expect(screen.getByRole("alert")).toHaveTextContent("The answer took too long.");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(session.retry).toHaveBeenCalledWith("a1");
  });

  it("uses the server's words for a code that it has none for", async () => {
    await show({
      status: "failed",
      failure: { code: "new_code", message: "Odd thing.", retryable: false },
    });
    expect(screen.getByRole("alert")).toHaveTextContent("Odd thing.");
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  });

  it("says when the built-in assistant answered", async () => {
    await show({ status: "done", text: "Hi", degraded: true });
    expect(screen.getByText("Answered by our built-in assistant")).toBeVisible();
  });

  it("shows a product with its options and a way to its page", async () => {
    await show({
      status: "done",
      cards: [{ kind: "product", product: decodeProduct(PRODUCT_JSON) }],
    });
    expect(await screen.findByRole("link", { name: "View product" })).toHaveAttribute(
      "href",
      "/shop/P1",
    );
    expect(screen.getByText("brass")).toBeVisible();
  });

  it("compares products in a table", async () => {
    const product = decodeProduct(PRODUCT_JSON);
    const other = { ...product, id: "P9", name: "Floor lamp" };
    await show({ status: "done", cards: [{ kind: "comparison", products: [product, other] }] });
    expect(await screen.findByRole("table", { name: "Comparison" })).toBeVisible();
    expect(screen.getAllByRole("columnheader")).toHaveLength(3);
  });
});

describe("a page in Arabic, which the server doesn't speak", () => {
  beforeEach(() => {
    i18next.addResourceBundle("ar", "translation", ar);
  });
  afterEach(async () => {
    await i18next.changeLanguage("en");
  });

  async function showInArabic(part: Partial<Answer>) {
    await show(part);
    await act(() => i18next.changeLanguage("ar"));
  }

  it("says what language an answer is in, and lets it run its own way", async () => {
    await showInArabic({ status: "done", text: "It is on its way." });
    const words = await screen.findByText("It is on its way.");
    const part = words.closest("[lang]");
    expect(part).toHaveAttribute("lang", "en");
    expect(part).toHaveAttribute("dir", "auto");
  });

  it("leaves an answer in Arabic to the page's language", async () => {
    await showInArabic({ status: "done", text: "طلبك في الطريق." });
    expect((await screen.findByText("طلبك في الطريق.")).closest("[lang]")).toBeNull();
  });

  it("does so with the server's labels too", async () => {
    await showInArabic({
      status: "done",
      choices: [{ label: "Yes", text: "Yes please" }],
      proposals: [PROPOSAL],
    });
    for (const words of ["Yes", PROPOSAL.summary, "Reason"]) {
      expect(screen.getByText(words)).toHaveAttribute("lang", "en");
    }
    expect(screen.getByText("€188.10")).not.toHaveAttribute("lang");
  });
});

describe("ShopperMessage", () => {
  it("lets the last question be changed", async () => {
    await renderApp(
      <ChatContext value={CONTEXT}>
        <ShopperMessage
          message={{ key: "q1", from: "shopper", text: "Where is A1?", at: "", delivery: "sent" }}
        />
      </ChatContext>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Edit" }));
    const field = screen.getByRole("textbox", { name: "Change your message" });
    await userEvent.clear(field);
    await userEvent.type(field, "Where is A2?");
    await userEvent.click(screen.getByRole("button", { name: "Send again" }));
    expect(session.resend).toHaveBeenCalledWith("q1", "Where is A2?");
  });
});

describe("ShopperMessage, when the change is given up", () => {
  it("gives the focus back to where it came from", async () => {
    await renderApp(
      <ChatContext value={CONTEXT}>
        <ShopperMessage
          message={{ key: "q1", from: "shopper", text: "Where is A1?", at: "", delivery: "sent" }}
        />
      </ChatContext>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Edit" }));
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: "Edit" })).toHaveFocus();
  });
});

const announce = (messages: ThreadMessage[]) => (
  <ChatContext value={CONTEXT}>
    <Announcer messages={messages} />
  </ChatContext>
);

function Answering() {
  const [told, setTold] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setTold(true)}>
        finish
      </button>
      {announce([answer(told ? { status: "done", text: "It is **here**." } : { text: "It" })])}
    </>
  );
}

describe("Announcer", () => {
  it("reads a finished answer as a whole, without its Markdown", async () => {
    await renderApp(<Answering />);
    expect(screen.getByRole("status")).toHaveTextContent("Robin is answering");
    await userEvent.click(screen.getByRole("button", { name: "finish" }));
    expect(screen.getByRole("status")).toHaveTextContent("Robin answered: It is here.");
  });

  it("says what waits for the shopper's decision", async () => {
    const proposals = [{ ...PROPOSAL, summary: "Cancel order #A1001" }];
    function Proposing() {
      const [told, setTold] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setTold(true)}>
            finish
          </button>
          {announce([answer(told ? { status: "done", text: "Sure.", proposals } : {})])}
        </>
      );
    }
    await renderApp(<Proposing />);
    await userEvent.click(screen.getByRole("button", { name: "finish" }));
    expect(screen.getByRole("status")).toHaveTextContent(
      "Robin answered: Sure. Waiting for your decision: Cancel order #A1001",
    );
  });

  it("reads nothing of what was there before", async () => {
    await renderApp(announce([answer({ status: "done", text: "Old" })]));
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });
});

describe("TicketBanner", () => {
  it("tells the place in the queue and a short reference", async () => {
    await renderApp(
      <TicketBanner ticket={{ ticketId: "7f3c2041-8a41-4f0e", state: "open", position: 2 }} />,
    );
    expect(screen.getByRole("status")).toHaveTextContent("You are number 2 in line.");
    expect(screen.getByRole("status")).toHaveTextContent("Request 7F3C2041.");
  });
});
