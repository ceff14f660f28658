import { expect, type Page, test } from "@playwright/test";
import { answerWith, type ScriptedEvent, send } from "./scripted";
import { streamAnswer } from "./stream-server";
import { openChat, shoot } from "./support";

// A busy machine halts a page too; what holds is what the page can do on a quiet moment of it.
test.describe.configure({ timeout: 180_000, retries: 2 });

/** What a person begins to notice as a halt. */
const LONGEST_TASK_MS = 200;

/** Notes all tasks of the page that take longer than 50 ms. */
async function watchTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration));
    }).observe({ type: "longtask", buffered: true });
  });
  return () =>
    page.evaluate(() => {
      const { longTasks } = window as unknown as { longTasks: number[] };
      return longTasks.splice(0);
    });
}

test("the first page comes soon and stays where it is", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      seen.lcp = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        seen.cls += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await openChat(page);
  await page.waitForFunction(() => (window as unknown as { seen: { lcp: number } }).seen.lcp > 0);
  const figures = await page.evaluate(() => {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const scripts = performance
      .getEntriesByType("resource")
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    const { lcp, cls } = (window as unknown as { seen: { lcp: number; cls: number } }).seen;
    return {
      firstByteMs: Math.round(page?.responseStart ?? 0),
      firstPaintMs: Math.round(
        performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      ),
      largestPaintMs: Math.round(lcp),
      interactiveMs: Math.round(page?.domInteractive ?? 0),
      layoutShift: Number(cls.toFixed(4)),
      scripts: scripts.length,
    };
  });
  console.log(`first load of the chat page: ${JSON.stringify(figures)}`);
  expect(figures.firstPaintMs).toBeGreaterThan(0);
  expect(figures.largestPaintMs).toBeLessThan(4000);
  expect(figures.layoutShift).toBeLessThan(0.1);
});

const PARAGRAPH =
  "The **lamp** gives a warm light and reaches [every corner](/help/lamps) of a small desk, so that reading late is no strain on the eyes. ";

/** Words of an answer with that many tokens: paragraphs, lists and a table, as a model writes them. */
function longAnswer(tokens: number): string[] {
  const blocks = [
    `${PARAGRAPH.repeat(3)}\n\n`,
    `${"- an item of a list with `code` in it\n".repeat(8)}\n`,
    `## A heading\n\n| size | price |\n|---|---|\n${"| small | €12.00 |\n".repeat(4)}\n`,
  ];
  const words: string[] = [];
  for (let i = 0; words.length < tokens; i += 1) {
    words.push(...(blocks[i % blocks.length]?.match(/\S+\s*/g) ?? []));
  }
  return words.slice(0, tokens);
}

/** One list without an end: a single block of Markdown, which cannot be kept piece by piece. */
function longList(tokens: number): string[] {
  return Array.from({ length: tokens / 10 }, (_, i) => [
    "- ",
    `item ${i} `,
    "of ",
    "one ",
    "long ",
    "list, ",
    "told ",
    "word ",
    "by ",
    "word\n",
  ]).flat();
}

for (const [name, words] of [
  ["an answer of 20,000 tokens", longAnswer(20_000)],
  ["a list of 20,000 tokens", longList(20_000)],
] as const) {
  test(`${name} streams without a halt`, async ({ page }) => {
    const longTasks = await watchTasks(page);
    await openChat(page);
    // The parts that a first answer loads are no part of what is measured.
    await answerWith(page, [["text.delta", { text: "Hello **there**." }]]);
    await send(page, "Hello");
    await expect(page.getByRole("button", { name: "Copy answer" })).toHaveCount(1);
    await page.unroute("**/messages");

    const text = words.join("");
    const parts: ScriptedEvent[][] = [[["turn.started", { turnId: "long", model: "script" }]]];
    for (let i = 0; i < words.length; i += 40) {
      parts.push(words.slice(i, i + 40).map((word) => ["text.delta", { text: word }]));
    }
    parts.push([
      ["turn.completed", { messageId: "long-1", text, degraded: false, usage: { cost: 0 } }],
    ]);
    const stop = await streamAnswer(page, parts, 15);
    await longTasks();
    const startedAt = Date.now();
    await send(page, "Tell me everything");
    await expect(page.getByRole("button", { name: "Copy answer" })).toHaveCount(2, {
      timeout: 120_000,
    });
    const took = Date.now() - startedAt;
    const tasks = await longTasks();
    const longest = Math.max(0, ...tasks);
    console.log(
      `${name}: ${text.length} characters in ${took} ms, ${tasks.length} long tasks, the longest ${longest} ms`,
    );
    await stop();
    expect(longest).toBeLessThan(LONGEST_TASK_MS);
  });
}

test("a thread of 10,000 messages opens and scrolls", async ({ page }) => {
  const longTasks = await watchTasks(page);
  await openChat(page);
  const ref = await page.evaluate(() =>
    JSON.parse(localStorage.getItem("attendant.conversation.guest") ?? "{}"),
  );
  const at = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 10 * 60_000).toISOString();
  const messages = Array.from({ length: 10_000 }, (_, i) => ({
    messageId: `m${i}`,
    turnId: `t${i >> 1}`,
    from: i % 2 === 0 ? "shopper" : "assistant",
    text: i % 2 === 0 ? `Question ${i}` : `Answer ${i}. ${PARAGRAPH.repeat(1 + (i % 5))}`,
    at: at(i),
    events: [],
  }));
  await page.route(`**/api/conversations/${ref.id}`, (route) =>
    route.fulfill({ json: { id: ref.id, level: "anonymous", messages, lastEventId: 0 } }),
  );
  await longTasks();
  const startedAt = Date.now();
  await page.reload();
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(log.getByText("Answer 9999.")).toBeVisible();
  const opened = Date.now() - startedAt;
  const onOpening = await longTasks();
  const elements = () => log.locator("*").count();
  const atTheEnd = await elements();

  // Up through the whole thread, in steps that a reader's wheel makes, and a leap to its beginning.
  const box = await log.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, -900);
    await page.waitForTimeout(16);
  }
  const scrolling = await longTasks();
  await shoot(page, "long-thread-middle");
  await log.evaluate((element) => element.scrollTo({ top: 0 }));
  await expect(log.getByText("Question 0", { exact: true })).toBeVisible();
  await shoot(page, "long-thread-start");
  const inTheMiddle = await elements();
  await page.getByRole("button", { name: "Latest messages" }).click();
  await expect(log.getByText("Answer 9999.")).toBeInViewport();
  console.log(
    `10,000 messages: opened in ${opened} ms (long tasks ${onOpening.join(", ") || "none"}), ` +
      `${atTheEnd} elements at the end, ${inTheMiddle} at the start, ` +
      `long tasks while scrolling ${scrolling.join(", ") || "none"}`,
  );
  expect(Math.max(atTheEnd, inTheMiddle)).toBeLessThan(3000);
  expect(Math.max(0, ...scrolling)).toBeLessThan(LONGEST_TASK_MS);
});
