import { expect, type Locator, test } from "@playwright/test";
import { violations } from "./axe";
import { ask, expectNoSidewaysScroll, findShopper, openChat, shoot, signInAs } from "./support";

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error("Both must be on the page");
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

for (const [name, width, height] of [
  ["desktop", 1280, 720],
  ["320", 320, 640],
] as const) {
  test(`the way to the latest message never lies on a card (${name})`, async ({
    page,
    request,
  }) => {
    const shopper = await findShopper(request, "pending", false);
    await openChat(page);
    await signInAs(page, shopper);
    const log = await ask(page, `Cancel order ${shopper.order.id}, I no longer need it`);
    await page.setViewportSize({ width, height });
    const confirm = log.getByRole("button", { name: "Confirm" });
    const jump = page.getByRole("button", { name: "Latest messages" });
    await expect(confirm).toBeVisible();

    // The end of the card at the lower edge of the log, and of what is below it nothing.
    await log.evaluate((scroller) => {
      const card = [...scroller.querySelectorAll("[data-awaits-shopper]")].at(-1);
      const after = document.createElement("div");
      after.style.height = "600px";
      card?.parentElement?.append(after);
      scroller.dispatchEvent(new WheelEvent("wheel"));
    });
    await expect(jump).toBeVisible();
    for (let edge = 0; edge <= 120; edge += 20) {
      await log.evaluate((scroller, below) => {
        const card = [...scroller.querySelectorAll("[data-awaits-shopper]")].at(-1);
        const gap =
          (card?.getBoundingClientRect().bottom ?? 0) - scroller.getBoundingClientRect().bottom;
        scroller.scrollTop += gap + below;
      }, edge);
      await expect(jump).toBeVisible();
      expect(await overlap(jump, log)).toBe(false);
      expect(await overlap(jump, confirm)).toBe(false);
    }
    await expectNoSidewaysScroll(page);
    await shoot(page, `jump-to-latest-${name}`);
    expect(await violations(page)).toEqual([]);

    await jump.click();
    await expect(jump).toBeHidden();
    await expect(log).toBeFocused();
  });
}
