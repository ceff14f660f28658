import { expect, type Page, test } from "@playwright/test";
import { type ScriptedEvent, send } from "./scripted";
import { streamAnswer } from "./stream-server";
import { ask, findShopper, openChat, shoot, signInAs } from "./support";

const log = (page: Page) => page.getByRole("log", { name: "Conversation" });
const field = (page: Page) => page.getByRole("textbox", { name: "Your message" });

test("what is asked without a network is sent once it is back", async ({ page, context }) => {
  await openChat(page);
  await ask(page, "Hello");
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await send(page, "How do returns work?");
  await expect(log(page).getByText("Waits for the connection")).toBeVisible();
  await shoot(page, "offline-queued");
  await field(page).fill("One more thing");
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeDisabled();

  await context.setOffline(false);
  await expect(page.getByText("You are offline.")).toBeHidden();
  await expect(log(page).getByRole("button", { name: "Copy answer" })).toHaveCount(2);
  await expect(log(page).getByText("How do returns work?", { exact: true })).toHaveCount(1);
  await expect(log(page).getByText("Waits for the connection")).toBeHidden();
  await expect(field(page)).toHaveValue("One more thing");
});

test("a question that waits can be changed or taken back", async ({ page, context }) => {
  await openChat(page);
  // The page fetches the rest of itself while nobody waits for it.
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /\/thread-[^/]*\.js/.test(name)),
  );
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await send(page, "Helo");
  await log(page).getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Change your message" }).fill("Hello");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(log(page).getByText("Hello", { exact: true })).toBeVisible();
  await log(page).getByRole("button", { name: "Don't send" }).click();
  await expect(page.getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await context.setOffline(false);
});

test("an answer goes on where the network broke", async ({ page, context }) => {
  await openChat(page);
  const delta = (text: string): ScriptedEvent => ["text.delta", { text }];
  const words = Array.from({ length: 60 }, (_, i) => `Sentence ${i}. `);
  const stop = await streamAnswer(
    page,
    [
      [["turn.started", { turnId: "cut", model: "script" }]],
      ...words.map((word) => [delta(word)]),
      [["turn.completed", { messageId: "cut-1", text: words.join(""), degraded: false }]],
    ],
    50,
  );
  await send(page, "Tell me a lot");
  await expect(log(page).getByText(/Sentence 3\./)).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(log(page).getByRole("alert")).toBeHidden();
  await shoot(page, "offline-streaming");
  await context.setOffline(false);
  await expect(log(page).getByRole("button", { name: "Copy answer" })).toBeVisible();
  await expect(log(page).getByText(words.join("").trim())).toBeVisible();
  await stop();
});

test("a reload in the middle of an answer loses nothing of it", async ({ page }) => {
  await openChat(page);
  const begun = page.waitForResponse((response) => response.url().endsWith("/messages"));
  await send(page, "How do returns work?");
  await begun;
  await page.reload();
  await expect(log(page).getByRole("button", { name: "Copy answer" })).toHaveCount(1);
  await expect(log(page).getByText("How do returns work?", { exact: true })).toHaveCount(1);
});

test("a draft outlives a reload, and belongs to its conversation", async ({ page }) => {
  await openChat(page);
  await field(page).fill("Where is my");
  await page.reload();
  await expect(field(page)).toHaveValue("Where is my");
  await ask(page, "Hello");
  await page.reload();
  await expect(field(page)).toHaveValue("");
  await field(page).fill("half a question");
  await page.getByRole("button", { name: "New conversation" }).click();
  await expect(page.getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await expect(field(page)).toHaveValue("");
});

test("two tabs of a shopper show the same, and say what is new", async ({
  page,
  context,
  request,
}) => {
  const shopper = await findShopper(request, "processed");
  await openChat(page);
  await signInAs(page, shopper);
  await ask(page, `Where is my order ${shopper.order.id}?`);
  const other = await context.newPage();
  await other.goto("/");
  await expect(log(other).getByRole("article").first()).toBeVisible();

  // The first tab has scrolled up, so that what comes from the other one is out of its sight.
  await page.setViewportSize({ width: 1280, height: 420 });
  await log(page).hover();
  await page.mouse.wheel(0, -5000);
  await ask(other, "How do returns work?");
  const news = page.getByRole("button", { name: /1 new message/ });
  await expect(news).toBeVisible();
  await shoot(page, "unread");
  await news.click();
  await expect(news).toBeHidden();
  await expect(log(page).getByRole("button", { name: "Copy answer" }).nth(1)).toBeInViewport();
  await expect(log(page).getByText("How do returns work?", { exact: true })).toHaveCount(1);
  await other.close();
});

test("the last question can be changed", async ({ page }) => {
  await openChat(page);
  await ask(page, "Hello");
  await log(page).getByText("Hello", { exact: true }).hover();
  await log(page).getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Change your message" }).fill("How do returns work?");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(log(page).getByText("How do returns work?", { exact: true })).toBeVisible();
  await expect(log(page).getByText("Hello", { exact: true })).toHaveCount(0);
  await expect(log(page).getByRole("button", { name: "Copy answer" })).toHaveCount(1);
});

test("an answer of 20,000 characters and a question of 4,000 are shown whole", async ({ page }) => {
  await openChat(page);
  const text = "A sentence that is neither short nor long. ".repeat(466).trim();
  const stop = await streamAnswer(
    page,
    [
      [["turn.started", { turnId: "whole", model: "script" }]],
      [["text.delta", { text }]],
      [["turn.completed", { messageId: "whole-1", text, degraded: false }]],
    ],
    10,
  );
  await send(page, "w".repeat(4000));
  await expect(log(page).getByRole("button", { name: "Copy answer" })).toBeVisible();
  await expect(log(page).getByText(text)).toBeVisible();
  await stop();
});
