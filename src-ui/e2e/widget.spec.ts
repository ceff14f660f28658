import {
  type APIRequestContext,
  expect,
  type FrameLocator,
  type Page,
  test,
} from "@playwright/test";
import { violations } from "./axe";
import { type ForeignPage, foreignPage } from "./foreign/page";
import { findShopper, shoot } from "./support";

const ASSISTANT = new URL(process.env.BASE_URL ?? "http://localhost:8080");
// The page must be of another origin, and one that may embed the chat in demo mode.
ASSISTANT.hostname = "localhost";

let foreign: ForeignPage | undefined;
test.afterEach(async () => {
  await foreign?.close();
  foreign = undefined;
});

async function open(page: Page, options: Parameters<typeof foreignPage>[1] = {}): Promise<void> {
  foreign = await foreignPage(ASSISTANT.origin, options);
  await page.goto(foreign.url);
}

const launcher = (page: Page) => page.getByRole("button", { name: /^(Open|Close) chat/ });
const panel = (page: Page) => page.getByRole("dialog", { name: "Chat" });
const chat = (page: Page): FrameLocator => page.frameLocator('iframe[title="Chat"]');
const composer = (page: Page) => chat(page).getByRole("textbox", { name: "Your message" });

/** A method of the page's `window.Attendant`. */
const call = (page: Page, name: string, ...args: unknown[]) =>
  page.evaluate(
    ([method, values]) => {
      const api = (window as unknown as Record<string, Record<string, (...a: unknown[]) => void>>)
        .Attendant;
      api?.[method]?.(...values);
    },
    [name, args] as const,
  );

/** Fails if the words that tell what answers are cut or stand under a button. */
async function expectBarFits(page: Page, label: string): Promise<void> {
  const badge = page.frameLocator("iframe").getByText(label, { exact: true });
  const room = await badge.evaluate((element) => {
    const column = element.parentElement;
    return {
      cut: element.scrollWidth - element.clientWidth,
      over: column ? column.scrollWidth - column.clientWidth : Number.NaN,
    };
  });
  expect(room).toEqual({ cut: 0, over: 0 });
}

async function tokenOf(request: APIRequestContext, subject: string): Promise<string> {
  const data = { subject, role: "shopper" };
  return (await (await request.post("/api/demo/tokens", { data })).json()).token;
}

async function ask(page: Page, text: string): Promise<void> {
  await expect(chat(page).getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

test("a shopper of another page asks for an order", async ({ page, request }) => {
  const frames: string[] = [];
  page.on("framenavigated", (frame) => frames.push(frame.url()));
  await open(page, { attributes: 'data-greeting="Need a hand?" data-color="#7a3e12"' });
  await expect(launcher(page)).toHaveAttribute("aria-expanded", "false");
  expect(frames.filter((url) => url.includes("/embed"))).toHaveLength(0);
  await shoot(page, "widget-launcher");

  const shopper = await findShopper(request, "processed");
  const token = await tokenOf(request, shopper.id);
  await call(page, "identify", token);
  await launcher(page).click();
  await expect(panel(page)).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await ask(page, `Where is my order ${shopper.order.id}?`);
  await expect(
    chat(page).getByRole("article", { name: `Order ${shopper.order.id}` }),
  ).toBeVisible();
  await expectBarFits(page, "AI assistant");
  await shoot(page, "widget-order");
  expect(await violations(page)).toEqual([]);
  // The token is the frame's alone.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, location.href]));
  expect(kept).not.toContain(token);

  await call(page, "identify", null);
  await expect(chat(page).getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await expect(chat(page).getByRole("article")).toHaveCount(0);
});

test("an answer that comes while it is closed is counted", async ({ page }) => {
  await open(page);
  await launcher(page).click();
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    const api = (
      window as unknown as { Attendant: { on: (n: string, f: (d: unknown) => void) => void } }
    ).Attendant;
    for (const name of ["open", "close", "unread", "message"]) {
      api.on(name, (detail) => seen.push([name, detail ?? null]));
    }
  });
  let send = () => {};
  const closed = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(/\/messages$/, async (route) => {
    await closed;
    await route.continue();
  });
  await ask(page, "What is your returns policy?");
  await call(page, "close");
  send();
  await expect(launcher(page)).toHaveAccessibleName("Open chat. New messages: 1");
  await shoot(page, "widget-unread");
  await launcher(page).click();
  await expect(launcher(page)).toHaveAccessibleName("Close chat");
  const seen = await page.evaluate(() => (window as unknown as { seen: unknown }).seen);
  expect(seen).toEqual([
    ["close", null],
    ["message", null],
    ["unread", 1],
    ["open", null],
    ["unread", 0],
  ]);
});

test("it works by keyboard alone", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "More about the lamp" }).focus();
  await page.keyboard.press("Tab");
  await expect(launcher(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(composer(page)).toBeVisible();
  await composer(page).focus();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();
  await launcher(page).press("Enter");
  await chat(page).getByRole("button", { name: "Close chat" }).click();
  await expect(panel(page)).toBeHidden();
});

test("on a phone it fills the screen and the page stays where it is", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page);
  await launcher(page).click();
  await expect(composer(page)).toBeVisible();
  expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 800 });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe(
    "hidden",
  );
  await shoot(page, "widget-phone");
  await chat(page).getByRole("button", { name: "Close chat" }).click();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe(
    "visible",
  );
});

test("dark, in German, on the other side", async ({ page }) => {
  await open(page, {
    attributes:
      'data-theme="dark" data-locale="de" data-position="bottom-left" data-color="#e8b04b" data-open',
  });
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("textbox", { name: "Ihre Nachricht" })).toBeVisible();
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  const box = await page.getByRole("button", { name: "Chat schließen" }).first().boundingBox();
  expect(box?.x).toBeLessThan(40);
  await shoot(page, "widget-dark-german");
});

test("Arabic on a page that runs from right to left", async ({ page }) => {
  await open(page, { attributes: 'data-locale="ar" data-open', dir: "rtl" });
  await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("dir", "rtl");
  const box = await page.getByRole("button", { name: "أغلق المحادثة" }).first().boundingBox();
  expect(box?.x).toBeLessThan(40);
  await expectBarFits(page, "مساعد ذكاء اصطناعي");
  await shoot(page, "widget-arabic");
});

test("a page's own rules don't break it, and early calls are not lost", async ({ page }) => {
  await open(page, {
    head: `<style>* { display: none !important; } html, body, main { display: block !important; }
      button { width: 3px !important; background: red !important; } div { opacity: 0 !important; position: static !important; }</style>
      <script>window.Attendant = { q: [["context", { page: "/lamps" }], ["open"]] };</script>`,
  });
  await expect(panel(page)).toBeVisible();
  await expect(composer(page)).toBeVisible();
  expect((await launcher(page).boundingBox())?.width).toBe(56);
  await shoot(page, "widget-hostile-rules");
});

test("a page that may not embed it gets no chat, and a shopper can leave", async ({ page }) => {
  await page.clock.install();
  await page.setViewportSize({ width: 390, height: 800 });
  const refused = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await open(page, { host: "127.0.0.1" });
  await launcher(page).click();
  await refused;
  await expect(composer(page)).toHaveCount(0);
  await page.clock.fastForward(15_000);
  await expect(panel(page).getByRole("status")).toContainText("can’t be reached");
  await shoot(page, "widget-refused");
  await panel(page).getByRole("button", { name: "Close chat" }).click();
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "More about the lamp" })).toBeVisible();
});

test("a page that an answer leads to stays in the panel, with the shopper and a way back", async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page);
  const shopper = await findShopper(request, "processed");
  await call(page, "identify", await tokenOf(request, shopper.id));
  await launcher(page).click();
  await ask(page, `Where is my order ${shopper.order.id}?`);
  const card = chat(page).getByRole("article", { name: `Order ${shopper.order.id}` });
  await card.getByRole("link").last().click();
  await expect(
    chat(page).getByRole("heading", { name: `Order ${shopper.order.id}`, level: 1 }),
  ).toBeVisible();
  await expect(chat(page).getByRole("navigation")).toHaveCount(0);
  const back = chat(page).getByRole("button", { name: "Back to chat" });
  await expect(back).toBeFocused();
  await shoot(page, "widget-order-page");
  expect(await violations(page)).toEqual([]);
  // What the page says meanwhile does not take the shopper away from what is being read.
  await call(page, "context", { page: "/lamps" });
  await expect(back).toBeVisible();
  await back.click();
  await expect(card).toBeVisible();
  await chat(page).getByRole("button", { name: "Close chat" }).click();
  await expect(panel(page)).toBeHidden();
});

test("what the page is about is what the first question is about", async ({ page, request }) => {
  const { items } = await (await request.get("/api/products")).json();
  await open(page, { attributes: `data-product-id="${items[0].id}"` });
  await launcher(page).click();
  await expect(chat(page).getByRole("button", { name: new RegExp(items[0].name) })).toBeVisible();
  const asked = page.waitForRequest(/\/messages$/);
  await ask(page, "Is it in stock?");
  expect((await asked).postDataJSON().context).toMatchObject({ productId: items[0].id });
});

test("it works where a frame may store nothing", async ({ page, request }) => {
  await page.addInitScript(() => {
    if (window.parent === window) return;
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  await open(page);
  const shopper = await findShopper(request, "processed");
  await launcher(page).click();
  await ask(page, "What is your returns policy?");
  const question = chat(page).getByRole("log").getByText("What is your returns policy?");
  await expect(chat(page).getByRole("button", { name: "Copy answer" })).toBeVisible();
  await call(page, "identify", await tokenOf(request, shopper.id));
  await expect(chat(page).getByRole("heading", { name: "Ask us anything" })).toBeVisible();
  await expect(question).toHaveCount(0);
  await call(page, "identify", null);
  await expect(question).toBeVisible();
});

test("a page hears that its token is of no use, and the chat goes on for a guest", async ({
  page,
}) => {
  await open(page);
  const code = page.evaluate(
    () =>
      new Promise((resolve) => {
        const api = (
          window as unknown as { Attendant: { on: (n: string, f: (d: unknown) => void) => void } }
        ).Attendant;
        api.on("error", resolve);
      }),
  );
  const payload = Buffer.from(JSON.stringify({ sub: "somebody" })).toString("base64url");
  await call(page, "identify", `e30.${payload}.bm90aGluZw`);
  await launcher(page).click();
  expect(await code).toBe("token_invalid");
  await ask(page, "What is your returns policy?");
  await expect(chat(page).getByRole("button", { name: "Copy answer" })).toBeVisible();
});

for (const [name, width, height] of [
  ["narrow", 320, 640],
  ["landscape", 740, 360],
] as const) {
  test(`it has room on a screen that is ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await launcher(page).click();
    await expect(composer(page)).toBeVisible();
    expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width, height });
    await expect(page.locator("main").first()).toHaveAttribute("inert");
    await shoot(page, `widget-${name}`);
    await chat(page).getByRole("button", { name: "Close chat" }).click();
    await expect(page.locator("main").first()).not.toHaveAttribute("inert");
    await expect(launcher(page)).toBeFocused();
  });
}

test("no page of the shop but the chat's may be framed", async ({ request }) => {
  const policyOf = async (path: string) =>
    (await request.get(path)).headers()["content-security-policy"] ?? "";
  expect(await policyOf("/embed")).toContain("frame-ancestors 'self' http://localhost:*");
  expect(await policyOf("/orders")).toMatch(/frame-ancestors 'self'(;|$)/);
  const script = await request.get("/widget.js");
  expect(script.headers()["content-type"]).toContain("javascript");
  expect(script.headers()["cache-control"]).toBe("public, max-age=600");
});
