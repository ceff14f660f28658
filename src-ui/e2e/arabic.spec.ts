import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./axe";
import { answerWith, shopProducts } from "./scripted";
import { expectNoSidewaysScroll, findShopper, openChat, type Shopper, shoot } from "./support";

test.describe.configure({ timeout: 120_000 });

const log = (page: Page) => page.getByRole("log", { name: "المحادثة" });

/** Begins in English, as every visit of these tests, and takes the Arabic page from there. */
async function openInArabic(page: Page): Promise<void> {
  await openChat(page);
  await page.getByRole("combobox", { name: "Language" }).selectOption("ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page.getByRole("heading", { name: "اسألنا عما تشاء" })).toBeVisible();
}

async function signInAs(page: Page, { firstName, lastName }: Shopper): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "تسجيل الدخول" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: `${firstName} ${lastName}` }).click();
  await expect(dialog).toBeHidden();
}

async function ask(page: Page, question: string): Promise<void> {
  const copies = log(page).getByRole("button", { name: "نسخ الإجابة" });
  const before = (await log(page).count()) === 0 ? 0 : await copies.count();
  await page.getByRole("textbox", { name: "رسالتك" }).fill(question);
  // After a sign-in the shopper's own conversation has to be opened first.
  await expect(page.getByRole("button", { name: "إرسال", exact: true })).toBeEnabled();
  await page.keyboard.press("Enter");
  await expect(copies).toHaveCount(before + 1);
}

test("the page runs from right to left, and stays so", async ({ page, request }) => {
  await openInArabic(page);
  await expectAccessible(page, "arabic-empty");
  const avatar = await page.getByText("مساعد ذكاء اصطناعي").boundingBox();
  const person = await page.getByRole("button", { name: "التحدث إلى موظف" }).boundingBox();
  expect(avatar?.x ?? 0).toBeGreaterThan(person?.x ?? 0);

  const shopper = await findShopper(request, "processed");
  await signInAs(page, shopper);
  await ask(page, `أين طلبي ${shopper.order.id}؟`);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(log(page).getByText(`أين طلبي ${shopper.order.id}؟`)).toBeVisible();

  await page.goto(`/orders/${encodeURIComponent(shopper.order.id)}`);
  // The number keeps its sign in front of it, whatever runs around it.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `الطلب \u2068${shopper.order.id}\u2069`,
  );
  const steps = page.getByRole("list", { name: "مراحل التوصيل" }).first().getByRole("listitem");
  const [first, last] = [await steps.first().boundingBox(), await steps.last().boundingBox()];
  expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0);
  await expectAccessible(page, "arabic-order");
});

test("cards, products and decisions in Arabic", async ({ page, request }) => {
  await openInArabic(page);
  const products = await shopProducts(request);
  await answerWith(page, [
    ["tool.finished", { callId: "1", tool: "findProducts", ok: true }],
    ["card", { kind: "products", data: { items: products.slice(0, 3), total: 40 } }],
    [
      "text.delta",
      { text: "إليك ما وجدناه:\n\n- **الأول** يناسب المكتب الصغير\n- والثاني أخف وزنًا\n" },
    ],
    ["citation", { articleId: "returns", title: "Returns (30 days)", url: "/help/returns" }],
    ["choices", { options: [{ label: "قارن بين اثنين", text: "قارن بين اثنين" }] }],
  ]);
  await ask(page, "ما الذي يناسب مكتبًا صغيرًا؟");
  await expect(log(page).getByRole("listitem").getByText("الأول")).toBeVisible();
  await expectAccessible(page, "arabic-products");
  await page.unroute("**/messages");

  const shopper = await findShopper(request, "pending", false);
  await signInAs(page, shopper);
  await ask(page, `Cancel my order ${shopper.order.id}, I no longer need it`);
  const card = log(page).getByRole("group", { name: /^إلغاء/ });
  await expect(card.getByRole("button", { name: "تأكيد", exact: true })).toBeVisible();
  await expectAccessible(page, "arabic-action");
  await card.getByRole("button", { name: "رفض", exact: true }).click();
  await expect(card).toContainText("ولم يتغير شيء");

  for (const path of ["/shop", `/shop/${products[0]?.id}`, "/orders", "/help"]) {
    await page.goto(path);
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
    await shoot(page, `arabic-page-${path.split("/").slice(1, 3).join("-")}`);
    await expectNoSidewaysScroll(page);
  }
});
