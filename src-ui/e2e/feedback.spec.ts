import { expect, type Locator, type Page, test } from "@playwright/test";
import {
  ask,
  expectNoSidewaysScroll,
  findShopper,
  openChat,
  shoot,
  signInAs,
  watch,
} from "./support";

const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

/**
 * Pictures in every width, light and dark.
 *
 * @param place what is to be seen
 */
async function shootAll(page: Page, name: string, place?: Locator): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await place?.evaluate((element) => element.scrollIntoView({ block: "end" }));
      await shoot(page, `${name}-${colorScheme}-${size.width}`);
      await expectNoSidewaysScroll(page);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 860 });
}

test("an answer is rated, the rating stays, and the talk ends with a yes or a no", async ({
  page,
  request,
}) => {
  const complaints = watch(page);
  const shopper = await findShopper(request, "processed");
  await page.clock.install();
  await openChat(page);
  await signInAs(page, shopper);
  const log = await ask(page, `Where is my order ${shopper.order.id}?`);

  await log.getByRole("button", { name: "Helpful", exact: true }).click();
  await expect(log.getByText("Thanks for telling us.")).toBeVisible();
  await page.reload();
  await expect(log.getByRole("button", { name: "Helpful", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );

  await log.getByRole("button", { name: "Not helpful" }).click();
  const why = log.getByRole("form", { name: "What was not good about it?" });
  await why.getByRole("button", { name: "Something is missing" }).click();
  await why.getByRole("textbox").fill("I wanted the hour");
  await shootAll(page, "feedback-reasons", why);
  await why.getByRole("button", { name: "Send" }).click();
  await expect(why).toBeHidden();

  await expect(log.getByRole("region", { name: "Did this solve it?" })).toBeHidden();
  await page.clock.fastForward(60_000);
  const solved = log.getByRole("region", { name: "Did this solve it?" });
  await shootAll(page, "feedback-solved", solved);
  await solved.getByRole("button", { name: "Not yet" }).click();
  await expect(solved.getByRole("button", { name: "Talk to a person" })).toBeVisible();
  await shootAll(page, "feedback-not-solved", solved);
  await page.reload();
  await expect(solved.getByRole("button", { name: "Talk to a person" })).toBeVisible();
  await expect(log.getByRole("button", { name: "Not helpful" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(complaints).toEqual([]);
});

test("a signed-in shopper goes back to an earlier conversation, by keyboard", async ({
  page,
  request,
}) => {
  const complaints = watch(page);
  const shopper = await findShopper(request, "processed");
  await openChat(page);
  await expect(page.getByRole("button", { name: "Your conversations" })).toBeHidden();
  await signInAs(page, shopper);
  await ask(page, `Where is my order ${shopper.order.id}?`);
  await page.getByRole("button", { name: "New conversation" }).click();
  await expect(page.getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await ask(page, "How do returns work?");

  const open = page.getByRole("button", { name: "Your conversations" });
  await open.focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("dialog", { name: "Your conversations" });
  const entries = list.getByRole("listitem").getByRole("button");
  await expect(entries.first()).toContainText("How do returns work?");
  await expect(entries.first()).toHaveAttribute("aria-current", "true");
  await shootAll(page, "history");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(open).toBeFocused();

  // Faster than any hand: the dialog tells of its end a moment after it is gone.
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(list).toBeVisible({ timeout: 1000 });
  }).toPass();
  const earlier = entries.filter({ hasText: shopper.order.id }).first();
  await earlier.focus();
  await page.keyboard.press("Enter");
  await expect(list).toBeHidden();
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(
    log.getByText(`Where is my order ${shopper.order.id}?`, { exact: true }),
  ).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the chat knows the product or order that it was opened from", async ({ page, request }) => {
  const complaints = watch(page);
  const { items } = await (await request.get("/api/products")).json();
  const [product] = items;
  await page.goto(`/shop/${encodeURIComponent(product.id)}`);
  await page.getByRole("link", { name: "Ask about this product" }).click();
  const chip = page.getByText(`About: ${product.name}`);
  await expect(chip).toBeVisible();
  await expect(page.getByRole("button", { name: "Is it in stock?" })).toBeVisible();
  await shootAll(page, "about-product");

  const asked = page.waitForRequest((call) => call.url().endsWith("/messages"));
  await page.getByRole("button", { name: "Is it in stock?" }).click();
  expect((await asked).postDataJSON().context).toEqual({
    page: `/shop/${encodeURIComponent(product.id)}`,
    productId: product.id,
  });
  await expect(page.getByRole("log").getByRole("button", { name: "Copy answer" })).toBeVisible();
  await page.reload();
  await expect(chip).toBeVisible();
  await page.getByRole("button", { name: `Don’t ask about ${product.name}` }).click();
  await expect(chip).toBeHidden();

  const shopper = await findShopper(request, "processed");
  await signInAs(page, shopper);
  await page.getByRole("link", { name: "My orders" }).click();
  await page.goto(`/orders/${encodeURIComponent(shopper.order.id)}`);
  await page.getByRole("link", { name: "Ask about this order" }).click();
  await expect(page.getByText(`About: Order ${shopper.order.id}`)).toBeVisible();
  await shootAll(page, "about-order");
  expect(complaints).toEqual([]);
});
