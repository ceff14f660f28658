import { expect, test } from "@playwright/test";
import {
  ask,
  expectNoSidewaysScroll,
  findShopper,
  openChat,
  STATUS_WORDS,
  shoot,
  signInAs,
  watch,
} from "./support";

test("a guest sees every page without an error or a refused call", async ({ page }) => {
  const complaints = watch(page);
  await openChat(page);
  await expect(page.getByText("AI assistant", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Talk to a person" })).toBeVisible();
  await shoot(page, "chat-welcome");

  const pages = page.getByRole("navigation", { name: "Main" });
  await pages.getByRole("link", { name: "Shop" }).click();
  await expect(page.getByRole("heading", { name: "Shop", level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  await shoot(page, "shop");

  await pages.getByRole("link", { name: "My orders" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to see your orders" })).toBeVisible();

  await pages.getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  await shoot(page, "help");
  await page.getByRole("main").getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("link", { name: "All articles" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("article")).toBeVisible();
  await shoot(page, "help-article");

  expect(complaints).toEqual([]);
});

test("a customer asks where an order is, and finds it in the list too", async ({
  page,
  request,
}) => {
  const complaints = watch(page);
  const shopper = await findShopper(request, "processed");
  const { order } = shopper;
  const status = STATUS_WORDS[order.status] ?? "";
  await openChat(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  await shoot(page, "sign-in");
  await page.keyboard.press("Escape");
  await signInAs(page, shopper);

  const log = await ask(page, `Where is my order ${order.id}?`);
  const card = log.getByRole("article", { name: `Order ${order.id}` });
  await expect(card.getByText(status, { exact: true })).toBeVisible();
  await expect(card.getByText(order.shipments[0]?.trackingNumbers[0] ?? "")).toBeVisible();
  await shoot(page, "chat-order");

  await page.reload();
  const restored = page.getByRole("log").getByRole("article", { name: `Order ${order.id}` });
  await expect(restored.getByText(status, { exact: true })).toBeVisible();
  await expect(
    page.getByRole("log").getByText(`Where is my order ${order.id}?`, { exact: true }),
  ).toBeVisible();

  await page.getByRole("link", { name: "My orders" }).click();
  const listed = page.getByRole("article").filter({ hasText: order.id });
  await expect(listed.getByText(status, { exact: true })).toBeVisible();
  await shoot(page, "orders");
  await listed.getByRole("link").click();
  await expect(page.getByRole("heading", { name: `Order ${order.id}`, level: 1 })).toBeVisible();
  await expect(page.getByText(order.shipments[0]?.trackingNumbers[0] ?? "")).toBeVisible();
  await shoot(page, "order");

  expect(complaints).toEqual([]);
});

test("a product found in the chat leads to its page", async ({ page, request }) => {
  const { items } = await (await request.get("/api/products")).json();
  const product = items[0];
  await openChat(page);
  const log = await ask(page, `Do you have ${product.name}?`);
  await expect(log.getByRole("article").first()).toBeVisible();
  await shoot(page, "chat-products");
  await log
    .getByRole("link", { name: /View product|.+/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole("link", { name: "All products" })).toBeVisible();
  await expect(page.getByRole("radio").first()).toBeVisible();
  await shoot(page, "product");
});

test("a person can always be called", async ({ page }) => {
  await openChat(page);
  await page.getByRole("button", { name: "Talk to a person" }).click();
  await expect(page.getByText(/in line/)).toBeVisible();
  await expect(page.getByText(/Request [0-9A-F]{8}/)).toBeVisible();
  await shoot(page, "chat-person");
  await page.reload();
  await expect(page.getByText(/Request [0-9A-F]{8}/)).toBeVisible();
});

test("a broken line is told, and asking again works", async ({ page }) => {
  await openChat(page);
  await page.route("**/messages", (route) => route.abort());
  await page.getByRole("textbox", { name: "Your message" }).fill("Hello");
  await page.keyboard.press("Enter");
  const alert = page.getByRole("log").getByRole("alert");
  await expect(alert).toContainText("There is no connection to the shop");
  await expect(page.getByText("Not delivered")).toBeVisible();
  await shoot(page, "chat-failed");
  await page.unroute("**/messages");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Copy answer" })).toBeVisible();
  await expect(page.getByText("Hello", { exact: true })).toHaveCount(1);
});

test("a new conversation begins empty, the language can be changed", async ({ page }) => {
  await openChat(page);
  await ask(page, "Hello");
  await page.getByRole("button", { name: "New conversation" }).click();
  await expect(page.getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await page.getByRole("combobox", { name: "Language" }).selectOption("de");
  await expect(page.getByRole("heading", { name: "Fragen Sie uns einfach" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await shoot(page, "chat-german");
});

for (const [name, width, height, colorScheme] of [
  ["dark", 1280, 860, "dark"],
  ["mobile", 320, 640, "light"],
  ["mobile-dark", 320, 640, "dark"],
] as const) {
  test.describe(name, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test("the chat, an order and the shop fit", async ({ page, request }) => {
      const shopper = await findShopper(request, "processed");
      await openChat(page);
      await shoot(page, `${name}-welcome`);
      await expectNoSidewaysScroll(page);
      await signInAs(page, shopper);
      await ask(page, `Where is my order ${shopper.order.id}?`);
      await shoot(page, `${name}-order`);
      await expectNoSidewaysScroll(page);
      await page.getByRole("link", { name: "My orders" }).click();
      await expect(page.getByRole("article").first()).toBeVisible();
      await shoot(page, `${name}-orders`);
      await expectNoSidewaysScroll(page);
      await page.getByRole("link", { name: "Shop", exact: true }).click();
      await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
      await shoot(page, `${name}-shop`);
      await expectNoSidewaysScroll(page);
    });
  });
}
