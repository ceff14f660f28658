import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api-error";
import { signIn, signOut } from "@/lib/identity";
import ar from "@/locales/ar.json";
import { chatContext } from "@/testing/chat-context";
import { ORDER_JSON } from "@/testing/fixtures";
import { renderApp } from "@/testing/render-app";
import { ChatContext } from "../hooks/chat-context";
import type { ChatSession } from "../model/chat-session";
import { EMPTY_THREAD, type ThreadState } from "../model/thread";
import { Welcome } from "./welcome";

const api = vi.hoisted(() => ({ listMyOrders: vi.fn() }));
vi.mock("@/api/generated", async (load) => ({ ...(await load<object>()), ...api }));

const session = { send: vi.fn() };
const general = ["Where is my order?", "Show my orders", "How do returns work?"];
const state = {
  ...EMPTY_THREAD,
  phase: "ready" as const,
  greeting: "Hello",
  suggestions: general.map((text) => ({ label: text, text })),
};

const show = (part: Partial<ThreadState> = {}) =>
  renderApp(
    <ChatContext value={chatContext({ session: session as unknown as ChatSession })}>
      <Welcome state={{ ...state, ...part }} />
    </ChatContext>,
  );
const orders = (...statuses: string[]) => ({
  data: {
    items: statuses.map((status, index) => ({ ...ORDER_JSON, id: `#A${9 - index}`, status })),
    page: 1,
    total: statuses.length,
  },
});
const labels = () => screen.getAllByRole("button").map((button) => button.textContent);

beforeEach(() => {
  vi.resetAllMocks();
  signIn("C1", "token");
});
afterEach(async () => {
  signOut();
  await i18next.changeLanguage("en");
});

describe("Welcome", () => {
  it("asks first about the newest order that is still awaited", async () => {
    api.listMyOrders.mockResolvedValue(orders("cancelled", "processed", "pending"));
    await show();
    const first = await screen.findByRole("button", { name: "Where is order #A8?" });
    expect(labels()).toEqual(["Where is order #A8?", "Show my orders", "How do returns work?"]);
    await userEvent.click(first);
    expect(session.send).toHaveBeenCalledWith("Where is order #A8?");
  });

  it("keeps the place of the first suggestion until the orders are known", async () => {
    let answer: (data: object) => void = () => {};
    api.listMyOrders.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const { container } = await show();
    expect(labels()).toEqual(["Show my orders", "How do returns work?"]);
    expect(container.querySelectorAll("li")).toHaveLength(3);
    await act(async () => answer(orders("pending")));
    await screen.findByRole("button", { name: "Where is order #A9?" });
    expect(container.querySelectorAll("li")).toHaveLength(3);
  });

  it("leaves the suggestions as they are when nothing is awaited", async () => {
    api.listMyOrders.mockResolvedValue(
      orders("delivered", "cancelled", "return_requested", "exchange_requested"),
    );
    await show();
    await screen.findByRole("button", { name: "Where is my order?" });
    expect(labels()).toEqual(general);
  });

  it("does without the orders when they can't be read", async () => {
    api.listMyOrders.mockRejectedValue(new ApiError(503, "unavailable"));
    await show();
    await screen.findByRole("button", { name: "Where is my order?" });
    expect(labels()).toEqual(general);
  });

  it("asks nothing of the server for a guest", async () => {
    signOut();
    await show();
    expect(labels()).toEqual(general);
    expect(api.listMyOrders).not.toHaveBeenCalled();
  });

  it("says what language the server's words are in, not of its own", async () => {
    api.listMyOrders.mockResolvedValue(orders("pending"));
    await show({ locale: "de", greeting: "Hallo" });
    expect(await screen.findByText("Where is order #A9?")).not.toHaveAttribute("lang");
    expect(screen.getByText("Hallo")).toHaveAttribute("lang", "de");
    expect(screen.getByText("Show my orders")).toHaveAttribute("lang", "de");
  });

  it("asks in the language of the page", async () => {
    api.listMyOrders.mockResolvedValue(orders("pending"));
    await show();
    i18next.addResourceBundle("ar", "translation", ar);
    await act(() => i18next.changeLanguage("ar"));
    expect(await screen.findByRole("button", { name: "أين الطلب #A9؟" })).toBeVisible();
  });
});
