import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, expect, type Locator, type Page } from "@playwright/test";

const SHOTS = process.env.SCREENSHOT_DIR ?? "../target/screenshots";

export interface DemoCustomer {
  id: string;
  firstName: string;
  lastName: string;
  orders: number;
}

export interface Shopper extends DemoCustomer {
  email: string;
  order: {
    id: string;
    status: string;
    shippingAddress: { postalCode: string };
    shipments: { trackingNumbers: string[] }[];
  };
}

/** The words of the page for an order's status. */
export const STATUS_WORDS: Record<string, string> = {
  pending: "Pending",
  processed: "Processed",
  delivered: "Delivered",
  cancelled: "Cancelled",
  return_requested: "Return requested",
  exchange_requested: "Exchange requested",
};

/**
 * A demo customer with an order of that status, looked up in the running shop.
 *
 * @param shipped whether a parcel of the order must be on its way
 */
export async function findShopper(
  api: APIRequestContext,
  status: string,
  shipped = true,
): Promise<Shopper> {
  const customers: DemoCustomer[] = await (await api.get("/api/demo/customers")).json();
  for (const customer of customers.filter(({ orders }) => orders > 0)) {
    const answer = await api.post("/api/demo/tokens", {
      data: { subject: customer.id, role: "shopper" },
    });
    const { token } = await answer.json();
    const headers = { Authorization: `Bearer ${token}` };
    const { items } = await (await api.get("/api/me/orders", { headers })).json();
    const order = items.find(
      (item: Shopper["order"]) => item.status === status && (!shipped || item.shipments.length > 0),
    );
    if (!order) continue;
    const me = await (await api.get("/api/me", { headers })).json();
    return { ...customer, email: me.customer.email, order };
  }
  throw new Error(`No demo customer has an order that is ${status}`);
}

/** Collects what a healthy page never has: console errors and calls that a guest may not make. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() === 401) complaints.push(`401: ${response.url()}`);
  });
  return complaints;
}

/** Opens the chat and waits until something can be asked. */
export async function openChat(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Ask us anything" })).toBeVisible();
}

export async function signInAs(page: Page, shopper: DemoCustomer): Promise<void> {
  await page.getByRole("button", { name: "Sign in", exact: true }).first().click();
  const dialog = page.getByRole("dialog", { name: "Sign in as a demo customer" });
  await dialog.getByRole("button", { name: `${shopper.firstName} ${shopper.lastName}` }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole("button", { name: `Signed in as ${shopper.firstName} ${shopper.lastName}` }),
  ).toBeVisible();
}

/** Asks and waits for the whole answer; gives back the conversation. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const log = page.getByRole("log", { name: "Conversation" });
  const copies = log.getByRole("button", { name: "Copy answer" });
  const before = await copies.count();
  await page.getByRole("textbox", { name: "Your message" }).fill(question);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(log.getByText(question, { exact: true }).last()).toBeVisible();
  await expect(copies).toHaveCount(before + 1);
  await expect(log).toHaveAttribute("aria-busy", "false");
  return log;
}

/** Takes a picture of the page once its skeletons are gone and the pictures in sight are there. */
export async function shoot(page: Page, name: string): Promise<void> {
  await expect(page.locator(".skeleton")).toHaveCount(0);
  await page.waitForFunction(() =>
    [...document.images]
      .filter((image) => image.checkVisibility())
      .filter((image) => image.getBoundingClientRect().top < innerHeight)
      .every((image) => image.complete),
  );
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: "disabled" });
}

/** Fails if the page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}
