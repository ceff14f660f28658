import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api-error";
import { renderApp } from "@/testing/render-app";
import { decodeConversationSummary } from "../model/conversation-summary";
import { storedSeenConversations } from "../model/seen-conversations";
import ConversationList from "./conversation-list";

const api = vi.hoisted(() => ({ listConversations: vi.fn() }));
vi.mock("@/api/generated", async (load) => ({ ...(await load<object>()), ...api }));

const item = (id: string, state: string, title = `Talk ${id}`) => ({
  id,
  title,
  state,
  updatedAt: "2026-03-05T10:00:00Z",
});
const onChoose = vi.fn();
const onNew = vi.fn();

async function show(...pages: object[]) {
  for (const data of pages) api.listConversations.mockResolvedValueOnce({ data });
  await renderApp(
    <ConversationList
      identityKey="C1"
      currentId="c2"
      onChoose={onChoose}
      onNew={onNew}
      onClose={vi.fn()}
    />,
  );
}

beforeEach(() => {
  vi.resetAllMocks();
  localStorage.clear();
  // This browser's stand-in has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

describe("ConversationList", () => {
  it("tells each one's first words and where it stands", async () => {
    const items = [
      item("c1", "waiting_for_person"),
      item("c2", "solved"),
      item("c3", "with_person"),
      item("c4", "open"),
    ];
    await show({ items, page: 1, total: 4 });
    expect(
      await screen.findByRole("button", { name: /Talk c1.*Waiting for a person/ }),
    ).toBeVisible();
    expect(screen.getByRole("button", { name: /Talk c2.*Solved/ })).toHaveAttribute("aria-current");
    expect(screen.getByRole("button", { name: /Talk c3.*With our team/ })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show older ones" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: /Talk c4/ }));
    expect(onChoose).toHaveBeenCalledWith("c4");
  });

  it("marks in words which one is open and which have something new", async () => {
    const before = "2026-03-05T09:00:00Z";
    const seen = storedSeenConversations("C1");
    for (const id of ["c1", "c2"]) seen.note(id, before);
    seen.note("c3", "2026-03-05T10:00:00Z");
    const items = ["c1", "c2", "c3", "c4"].map((id) => item(id, "open"));
    await show({ items, page: 1, total: 4 });
    expect(await screen.findByRole("button", { name: /Talk c1.*New/ })).toBeVisible();
    expect(screen.getByRole("button", { name: /Talk c2.*You are here/ })).toBeVisible();
    expect(screen.getAllByText("New")).toHaveLength(1);
    expect(screen.getAllByText("You are here")).toHaveLength(1);
  });

  it("takes what is open for seen, and counts from now on for what is new to this browser", async () => {
    const items = ["c1", "c2"].map((id) => item(id, "open"));
    await show({ items, page: 1, total: 2 });
    await screen.findByRole("button", { name: /Talk c1/ });
    const seen = storedSeenConversations("C1");
    for (const { id, title } of items) {
      const now = { id, title, state: "open" as const, updatedAt: "2026-03-05T10:00:00Z" };
      expect(seen.isUnread(now)).toBe(false);
      expect(seen.isUnread({ ...now, updatedAt: "2026-03-05T11:00:00Z" })).toBe(true);
    }
  });

  it("loads older ones on demand", async () => {
    await show(
      { items: [item("c1", "open")], page: 1, total: 2 },
      { items: [item("c0", "open")], page: 2, total: 2 },
    );
    await userEvent.click(await screen.findByRole("button", { name: "Show older ones" }));
    expect(await screen.findByRole("button", { name: /Talk c0/ })).toHaveFocus();
    expect(within(screen.getByRole("list")).getAllByRole("listitem")).toHaveLength(2);
    expect(screen.queryByRole("button", { name: "Show older ones" })).toBeNull();
  });

  it("says when older ones can't be loaded, and tries again", async () => {
    await show({ items: [item("c1", "open")], page: 1, total: 2 });
    api.listConversations.mockRejectedValueOnce(new ApiError(503, "unavailable"));
    await userEvent.click(await screen.findByRole("button", { name: "Show older ones" }));
    const again = await screen.findByRole("button", { name: "Try again" });
    expect(screen.getByRole("button", { name: /Talk c1/ })).toBeVisible();
    api.listConversations.mockResolvedValueOnce({
      data: { items: [item("c0", "open")], page: 2, total: 2 },
    });
    await userEvent.click(again);
    expect(await screen.findByRole("button", { name: /Talk c0/ })).toBeVisible();
  });

  it("says that there is none yet, and begins one", async () => {
    await show({ items: [], page: 1, total: 0 });
    expect(await screen.findByText("No conversations yet")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "New conversation" }));
    expect(onNew).toHaveBeenCalled();
  });
});

describe("decodeConversationSummary", () => {
  it("takes a state that it doesn't know for an open one", () => {
    expect(decodeConversationSummary({ id: "c1", state: "asleep" })).toEqual({
      id: "c1",
      title: "",
      updatedAt: "",
      state: "open",
    });
  });
});
