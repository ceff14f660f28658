import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { answerWith, send, shopProducts } from "./scripted";
import { ask, findShopper, openChat, signInAs } from "./support";

test.describe.configure({ timeout: 180_000 });

const log = (page: Page) => page.getByRole("log", { name: "Conversation" });

test("the chat, from empty to an answer", async ({ page, request }) => {
  await openChat(page);
  await expectAccessible(page, "chat-empty");

  await answerWith(
    page,
    [
      ["tool.started", { callId: "1", tool: "findProducts" }],
      ["text.delta", { text: "I am looking through the lamps. " }],
    ],
    false,
  );
  await send(page, "Which lamps do you have?");
  await expect(log(page).getByText("I am looking through the lamps.")).toBeVisible();
  await expectAccessible(page, "chat-streaming");
  await page.unroute("**/messages");

  const products = await shopProducts(request);
  for (const [kind, data] of [
    ["product", products[0]],
    ["products", { items: products.slice(0, 3), total: 40 }],
    ["comparison", { items: products.slice(0, 2) }],
  ] as const) {
    await openAnew(page);
    await answerWith(page, [
      ["tool.finished", { callId: "1", tool: "findProducts", ok: true }],
      ["card", { kind, data }],
      ["text.delta", { text: "Here is what I have found:\n\n- **one** that fits\n- another\n" }],
      ["citation", { articleId: "returns", title: "Returns", url: "/help/returns" }],
      ["choices", { options: [{ label: "Compare two", text: "Compare two" }] }],
    ]);
    await ask(page, "What would fit a small desk?");
    await expect(log(page).getByRole("link").first()).toBeVisible();
    await expectAccessible(page, `chat-${kind}`);
  }
});

test("an answer that fails, one that is stopped, and no connection", async ({ page }) => {
  await openChat(page);
  await answerWith(page, [
    ["turn.failed", { code: "model_unavailable", message: "", retryable: true }],
  ]);
  await send(page, "Hello");
  await expect(log(page).getByRole("alert")).toBeVisible();
  await expectAccessible(page, "chat-failed");

  await openAnew(page);
  await answerWith(page, [
    ["text.delta", { text: "I was about to say " }],
    ["turn.failed", { code: "turn_stopped", message: "", retryable: true }],
  ]);
  await send(page, "Hello");
  await expect(log(page).getByText("You stopped this answer.")).toBeVisible();
  await expectAccessible(page, "chat-stopped");

  await page.context().setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await send(page, "Are you there?");
  await expect(log(page).getByText("Waits for the connection")).toBeVisible();
  await expectAccessible(page, "chat-offline");
  await page.context().setOffline(false);
});

test("orders and what is to be decided", async ({ page, request }) => {
  const shopper = await findShopper(request, "pending", false);
  await page.clock.install();
  await openChat(page);
  await signInAs(page, shopper);
  await ask(page, `Where is my order ${shopper.order.id}?`);
  await expect(log(page).getByRole("article", { name: `Order ${shopper.order.id}` })).toBeVisible();
  await expectAccessible(page, "chat-order");

  const cards = log(page).getByRole("group", { name: /^Cancellation/ });
  const propose = async () => {
    await ask(page, `Cancel my order ${shopper.order.id}, I no longer need it`);
    await expect(cards.last().getByRole("button", { name: "Confirm", exact: true })).toBeVisible();
    return cards.last();
  };
  const first = await propose();
  await expectAccessible(page, "action-proposed");
  await first.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(first).toContainText("You declined.");
  await expectAccessible(page, "action-declined");

  const second = await propose();
  await page.clock.fastForward("20:00");
  await expect(second).toContainText("The time to decide is over.");
  await expectAccessible(page, "action-expired");

  const third = await propose();
  await third.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(third).toContainText("The order is cancelled.");
  await expectAccessible(page, "action-executed");
});

test("showing who is asking, and calling a person", async ({ page, request }) => {
  const shopper = await findShopper(request, "processed");
  await openChat(page);
  await ask(page, "Show me all my orders");
  const card = log(page).getByRole("group", { name: "Please show that it's you" });
  await expect(card).toBeVisible();
  await expectAccessible(page, "verification");
  await card.getByText("Look up one order").click();
  await card.getByRole("textbox", { name: "Order number" }).fill(shopper.order.id);
  await card.getByRole("textbox", { name: "E-mail or postal code" }).fill("00000");
  await page.keyboard.press("Enter");
  await expect(card.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "verification-lookup");
  await card.getByText("E-mail me a code").click();
  await card.getByRole("textbox", { name: "E-mail address" }).fill(shopper.email);
  await page.keyboard.press("Enter");
  const code = card.getByRole("textbox", { name: "6-digit code" });
  await expect(code).toBeFocused();
  await expectAccessible(page, "verification-code");
  await code.fill("000000");
  await page.keyboard.press("Enter");
  await expect(card.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "verification-wrong-code");

  await page.getByRole("button", { name: "Talk to a person" }).click();
  await expect(page.getByText(/Request [0-9A-F]{8}/)).toBeVisible();
  await expectAccessible(page, "person");
});

test("the shop and its products", async ({ page, request }) => {
  await page.goto("/shop");
  const tiles = page.getByRole("main").getByRole("article");
  await expect(tiles.first()).toBeVisible();
  await expectAccessible(page, "shop");
  const categories = page.getByRole("group", { name: "Categories" });
  await categories.getByRole("button").nth(1).click();
  await expect(categories.getByRole("button").nth(1)).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page, "shop-category");
  await page.getByRole("searchbox", { name: "Search products" }).fill("xyzzy");
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await expectAccessible(page, "shop-nothing");
  const product = (await shopProducts(request)).find(({ variants }) => variants.length > 1);
  await page.goto(`/shop/${product?.id}`);
  await expect(page.getByRole("radio").first()).toBeVisible();
  await expectAccessible(page, "product");
  await page.goto("/shop/no-such-product");
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectAccessible(page, "product-unknown");
});

test("orders, help, sign-in and pages that don't exist", async ({ page, request }) => {
  await page.goto("/orders");
  await expect(page.getByRole("heading", { name: "Sign in to see your orders" })).toBeVisible();
  await expectAccessible(page, "orders-guest");
  await page.getByRole("banner").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page, "sign-in");
  await page.keyboard.press("Escape");

  const shopper = await findShopper(request, "processed");
  await signInAs(page, shopper);
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  await expectAccessible(page, "orders");
  await page.goto(`/orders/${encodeURIComponent(shopper.order.id)}`);
  await expect(page.getByRole("list", { name: "Delivery progress" }).first()).toBeVisible();
  await expectAccessible(page, "order");

  await page.goto("/help");
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  await expectAccessible(page, "help");
  await page.getByRole("main").getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("link", { name: "All articles" })).toBeVisible();
  await expectAccessible(page, "article");
  await page.goto("/no/such/page");
  await expect(
    page.getByRole("heading", { name: "This page does not exist", level: 2 }),
  ).toBeVisible();
  await expectAccessible(page, "not-found");
});

test("the check finds what is wrong", async ({ page }) => {
  await openChat(page);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<main><img src="/favicon.svg"></main>');
  });
  await expect(expectAccessible(page, "wrong")).rejects.toThrow("image-alt");
});

/** An empty conversation, as after "New conversation". */
async function openAnew(page: Page): Promise<void> {
  await page.unroute("**/messages");
  await page.evaluate(() => localStorage.removeItem("attendant.conversation.guest"));
  await openChat(page);
}
