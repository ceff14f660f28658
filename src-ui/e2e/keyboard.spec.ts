import { expect, type Page, test } from "@playwright/test";
import { answerWith } from "./scripted";
import { streamAnswer } from "./stream-server";
import { findShopper, openChat, shoot } from "./support";

const log = (page: Page) => page.getByRole("log", { name: "Conversation" });

/** Presses Tab until the element has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, name: string, role: "button" | "link" | "textbox" = "button") {
  const target = page.getByRole(role, { name, exact: true }).filter({ visible: true }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return target;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Whether the element that has the focus is drawn with a ring around it or its field. */
async function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const drawn = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const { activeElement } = document;
    return [activeElement, activeElement?.parentElement ?? null].some(drawn);
  });
}

test("an order is found and its cancellation declined without a mouse", async ({
  page,
  request,
}) => {
  const shopper = await findShopper(request, "pending", false);
  await openChat(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await shoot(page, "keyboard-skip-link");

  const signIn = await tabTo(page, "Sign in");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("listitem").first()).toBeVisible();
  await tabTo(page, "Close");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(signIn).toBeFocused();

  await page.keyboard.press("Enter");
  await page.getByRole("searchbox", { name: "Find a customer" }).focus();
  await page.keyboard.type(`${shopper.firstName} ${shopper.lastName}`);
  await page.keyboard.press("Tab");
  expect(await focusIsSeen(page)).toBe(true);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  await tabTo(page, "Your message", "textbox");
  expect(await focusIsSeen(page)).toBe(true);
  await page.keyboard.type(`Cancel my order ${shopper.order.id}, I no longer need it`);
  await page.keyboard.press("Enter");
  const card = log(page).getByRole("group", { name: /^Cancellation/ });
  await expect(card.getByRole("button", { name: "Confirm", exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Your message" })).toBeFocused();
  await expect(log(page)).toHaveAttribute("aria-busy", "false");

  await log(page).focus();
  await tabTo(page, "Decline");
  expect(await focusIsSeen(page)).toBe(true);
  await shoot(page, "keyboard-decision");
  await page.keyboard.press("Enter");
  await expect(card.getByText("You declined. Nothing was changed.").first()).toBeFocused();
});

test("a page that is gone to has the focus, and a suggestion does not lose it", async ({
  page,
}) => {
  await openChat(page);
  await tabTo(page, "Shop", "link");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Shop", level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveTitle(/^Shop/);

  await page.goto("/");
  await answerWith(page, [["text.delta", { text: "With pleasure." }]]);
  await page.getByRole("list", { name: "Suggestions" }).getByRole("button").first().focus();
  await page.keyboard.press("Enter");
  await expect(log(page).getByText("With pleasure.")).toBeVisible();
  await expect(log(page)).toBeFocused();
});

test("a screen reader is told an answer once, as a whole", async ({ page }) => {
  await openChat(page);
  const sentences = Array.from({ length: 20 }, (_, i) => `Sentence ${i}. `);
  const stop = await streamAnswer(
    page,
    [
      [["turn.started", { turnId: "told", model: "script" }]],
      ...sentences.map((text): [string, unknown][] => [["text.delta", { text }]]),
      [["turn.completed", { messageId: "told-1", text: sentences.join(""), degraded: false }]],
    ],
    20,
  );
  await page.evaluate(() => {
    const told: string[] = [];
    const last = new Map<Element, string>();
    Object.assign(window, { told });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[aria-live="polite"]')) {
        const text = region.textContent ?? "";
        if (text !== "" && text !== last.get(region)) told.push(text);
        last.set(region, text);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await page.getByRole("textbox", { name: "Your message" }).fill("Tell me");
  await page.keyboard.press("Enter");
  await expect(log(page).getByRole("button", { name: "Copy answer" })).toBeVisible();
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told.filter((text) => text.includes("Sentence"))).toEqual([
    expect.stringContaining("Sentence 0. Sentence 1."),
  ]);
  await stop();
});
