import { expect, type Locator, type Page, test } from "@playwright/test";
import {
  ask,
  expectNoSidewaysScroll,
  findShopper,
  openChat,
  type Shopper,
  shoot,
  signInAs,
  watch,
} from "./support";

const newestCard = (page: Page) =>
  page
    .getByRole("log")
    .getByRole("group", { name: /^Cancellation/ })
    .last();

const verificationCard = (page: Page) =>
  page.getByRole("log").getByRole("group", { name: /^(Please show that it's you|Thank you)/ });

/** Asks for the cancellation of the shopper's order and waits for the card. */
async function askToCancel(page: Page, { order }: Shopper): Promise<Locator> {
  await ask(page, `Cancel my order ${order.id}, I no longer need it`);
  const card = newestCard(page);
  await expect(card.getByRole("button", { name: "Confirm", exact: true })).toBeVisible();
  await expect(card).toContainText(order.id);
  return card;
}

/** Scrolls to the end of the conversation as a reader does. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.getByRole("log").hover();
  await page.mouse.wheel(0, 5000);
  await expect(page.getByRole("button", { name: "Latest messages" })).toBeHidden();
}

/** Reads the newest mail to that address as a visitor of the demo shop does. */
async function readCode(card: Locator): Promise<string> {
  const mailbox = card.getByRole("region", { name: "Demo mailbox" });
  await mailbox.getByRole("button", { name: "Open the demo mailbox" }).click();
  await expect(async () => {
    const again = mailbox.getByRole("button", { name: "Look again" });
    if (!(await mailbox.getByRole("article").isVisible())) await again.click();
    await expect(mailbox.getByRole("article")).toBeVisible({ timeout: 1000 });
  }).toPass();
  const mail = await mailbox.getByRole("article").innerText();
  const code = /(?<!\d)\d{6}(?!\d)/.exec(mail)?.[0];
  if (!code) throw new Error(`There is no code in the mail: ${mail}`);
  return code;
}

test("an order is cancelled only after the shopper's own yes", async ({ page, request }) => {
  const complaints = watch(page);
  const shopper = await findShopper(request, "pending", false);
  await openChat(page);
  await signInAs(page, shopper);

  const proposed = await askToCancel(page, shopper);
  await expect(proposed).toContainText(/\d+ minutes? left to decide/);
  await expect(proposed.getByRole("button", { name: "Confirm", exact: true })).toBeInViewport();
  await shoot(page, "action-proposed");

  await page.reload();
  const restored = newestCard(page);
  await expect(restored.getByRole("button", { name: "Confirm", exact: true })).toBeVisible();
  await restored.getByRole("button", { name: "Decline", exact: true }).click();
  const declined = restored.getByText("You declined. Nothing was changed.").first();
  await expect(declined).toBeFocused();
  await expect(restored.getByRole("button")).toHaveCount(0);
  await shoot(page, "action-declined");

  const second = await askToCancel(page, shopper);
  await second.getByRole("button", { name: "Confirm", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(second.getByText("The order is cancelled.").first()).toBeFocused();
  await shoot(page, "action-executed");

  await page.reload();
  await expect(newestCard(page)).toContainText("The order is cancelled.");
  await expect(page.getByText("You declined. Nothing was changed.").first()).toBeVisible();
  await newestCard(page).getByRole("link", { name: "View order" }).click();
  await expect(
    page.getByRole("heading", { name: `Order ${shopper.order.id}`, level: 1 }),
  ).toBeVisible();
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(page.getByText("Refunded", { exact: true })).toBeVisible();
  await shoot(page, "action-order-cancelled");

  expect(complaints).toEqual([]);
});

test("a newer request takes the place of an open one, and other tabs follow", async ({
  page,
  request,
  context,
}) => {
  const shopper = await findShopper(request, "pending", false);
  await openChat(page);
  await signInAs(page, shopper);
  await askToCancel(page, shopper);
  await askToCancel(page, shopper);
  const cards = page.getByRole("log").getByRole("group", { name: /^Cancellation/ });
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toContainText("A newer request has taken its place.");
  await shoot(page, "action-replaced");

  const other = await context.newPage();
  await other.goto("/");
  await newestCard(other).getByRole("button", { name: "Decline", exact: true }).click();
  await expect(newestCard(other)).toContainText("You declined.");
  await expect(newestCard(page)).toContainText("You declined.");
  await other.close();
});

test("a decision that got lost can be sent again", async ({ page, request }) => {
  const shopper = await findShopper(request, "pending", false);
  await openChat(page);
  await signInAs(page, shopper);
  const card = await askToCancel(page, shopper);
  await page.route("**/actions/*", (route) => route.abort());
  await card.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(card.getByRole("alert")).toContainText("There is no connection to the shop");
  await shoot(page, "action-lost");
  await page.unroute("**/actions/*");
  await card.getByRole("button", { name: "Decline again" }).click();
  await expect(card).toContainText("You declined.");
});

test("a guest shows by a code from the mail who is asking", async ({ page, request }) => {
  const shopper = await findShopper(request, "pending", false);
  await openChat(page);
  await ask(page, "Show me all my orders");
  const card = verificationCard(page);
  await expect(card.getByRole("radio", { name: "E-mail me a code" })).toBeChecked();
  await shoot(page, "verification");
  await card.getByRole("textbox", { name: "E-mail address" }).fill("nobody");
  await page.keyboard.press("Enter");
  await expect(card.getByRole("alert")).toHaveText("Please enter a whole e-mail address.");
  await card.getByRole("textbox", { name: "E-mail address" }).fill(shopper.email);
  await page.keyboard.press("Enter");

  const field = card.getByRole("textbox", { name: "6-digit code" });
  await expect(field).toBeFocused();
  await expect(card).toContainText(shopper.email);
  await shoot(page, "verification-code");

  await page.reload();
  await expect(field).toBeVisible();
  const code = await readCode(card);
  const wrong = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
  await field.fill(wrong);
  await page.keyboard.press("Enter");
  await expect(card.getByRole("alert")).toHaveText("This code is not right. Please check it.");
  await expect(card).toContainText("2 tries left");
  await expect(field).toBeFocused();
  await shoot(page, "verification-wrong-code");

  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await card.getByRole("button", { name: "Confirm the code" }).click();
  await expect(
    card.getByRole("heading", { name: "Thank you, now we know it's you" }),
  ).toBeFocused();
  await expect(card).toContainText(/This holds until \d/);
  await shoot(page, "verification-done");

  await card.getByRole("button", { name: "Ask my question again" }).click();
  await expect(page.getByRole("log").getByText(shopper.order.id).first()).toBeVisible();
  await shoot(page, "verification-answered");
});

test("a guest looks up one order", async ({ page, request }) => {
  const { order } = await findShopper(request, "processed");
  await openChat(page);
  await ask(page, `Where is my order ${order.id}?`);
  const card = verificationCard(page);
  await card.getByText("Look up one order").click();
  const postalCode = card.getByRole("textbox", { name: "E-mail or postal code" });
  await card.getByRole("textbox", { name: "Order number" }).fill(order.id);
  await postalCode.fill("00000");
  await page.keyboard.press("Enter");
  await expect(card.getByRole("alert")).toHaveText(
    "These details don't go together. Please check both and try again.",
  );
  await shoot(page, "verification-no-match");
  await postalCode.fill(order.shippingAddress.postalCode);
  await page.keyboard.press("Enter");
  await expect(card).toContainText("You can ask about this one order now.");
  await card.getByRole("button", { name: "Ask my question again" }).click();
  await expect(
    page.getByRole("log").getByRole("article", { name: `Order ${order.id}` }),
  ).toBeVisible();
  await shoot(page, "verification-one-order");
});

for (const [name, width, height, colorScheme] of [
  ["dark", 1280, 860, "dark"],
  ["mobile", 320, 640, "light"],
  ["mobile-dark", 320, 640, "dark"],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test("the cards fit", async ({ page, request }) => {
      const shopper = await findShopper(request, "pending", false);
      await openChat(page);
      await ask(page, "Show me all my orders");
      const card = verificationCard(page);
      await expect(card).toBeVisible();
      await scrollToEnd(page);
      await shoot(page, `${name}-verification`);
      await expectNoSidewaysScroll(page);
      await card.getByText("Look up one order").click();
      await scrollToEnd(page);
      await shoot(page, `${name}-verification-order`);
      await card.getByText("E-mail me a code").click();
      await card.getByRole("textbox", { name: "E-mail address" }).fill(shopper.email);
      await page.keyboard.press("Enter");
      await expect(card.getByRole("textbox", { name: "6-digit code" })).toBeFocused();
      await scrollToEnd(page);
      await shoot(page, `${name}-verification-code`);
      await expectNoSidewaysScroll(page);

      await signInAs(page, shopper);
      const action = await askToCancel(page, shopper);
      await expect(action.getByRole("button", { name: "Confirm", exact: true })).toBeInViewport();
      await scrollToEnd(page);
      await shoot(page, `${name}-action`);
      await expectNoSidewaysScroll(page);
      await page.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
      await shoot(page, `${name}-action-rtl`);
      await expectNoSidewaysScroll(page);
      await page.locator("html").evaluate((html) => html.setAttribute("dir", "ltr"));
      await action.getByRole("button", { name: "Decline", exact: true }).click();
      await expect(action).toContainText("You declined.");
      await shoot(page, `${name}-action-declined`);
    });
  });
}
