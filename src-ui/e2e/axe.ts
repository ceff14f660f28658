import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { expectNoSidewaysScroll, shoot } from "./support";

const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Both themes, and each width at least once: contrast depends on the one, overlaps on the other. */
const LOOKS = [
  { name: "light-1280", width: 1280, height: 860, colorScheme: "light" },
  { name: "dark-1280", width: 1280, height: 860, colorScheme: "dark" },
  { name: "light-390", width: 390, height: 844, colorScheme: "light" },
  { name: "dark-320", width: 320, height: 640, colorScheme: "dark" },
] as const;

/** Fails with every rule of WCAG 2.2 AA that the page breaks as it is now, in each of its looks. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const { name, width, height, colorScheme } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    await shoot(page, `a11y-${state}-${name}`);
    expect(await violations(page), `${state}, ${name}`).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize({ width: 1280, height: 860 });
}

/** What breaks a rule as the page is now, a line each. */
export async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Without frames the tab that gathers what they found is not needed, and would take half of the time.
    .setLegacyMode(page.frames().length === 1)
    // Without `enabled` the rule on the size of targets would not run, since it is new with 2.2.
    .options({
      runOnly: { type: "tag", values: STANDARD },
      rules: { "target-size": { enabled: true } },
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
}
