import type { APIRequestContext, Page } from "@playwright/test";

/** One event of an answer: its name and its data. */
export type ScriptedEvent = [event: string, data: unknown];

/**
 * Lets the next questions be answered by a script, for what a model says only now and then.
 *
 * @param ended whether the answer comes to its end, or hangs in the middle
 */
export async function answerWith(
  page: Page,
  events: readonly ScriptedEvent[],
  ended = true,
): Promise<void> {
  const text = events
    .filter(([event]) => event === "text.delta")
    .map(([, data]) => (data as { text: string }).text)
    .join("");
  const usage = { inputTokens: 0, outputTokens: 0, modelCalls: 0, toolCalls: 0, cost: 0 };
  const end: ScriptedEvent[] =
    ended && !events.some(([event]) => event === "turn.failed")
      ? [["turn.completed", { messageId: "scripted-1", text, degraded: false, usage }]]
      : [];
  const all: ScriptedEvent[] = [
    ["turn.started", { turnId: "scripted", model: "script" }],
    ...events,
    ...end,
  ];
  await page.route("**/messages", (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      // Without numbers, since those of the conversation are the server's.
      body: all
        .map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
        .join(""),
    }),
  );
}

/** Sends a question and does not wait for its answer. */
export async function send(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your message" }).fill(question);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** Products of the running shop, as an answer's cards carry them. */
export async function shopProducts(
  api: APIRequestContext,
): Promise<{ id: string; name: string; variants: unknown[] }[]> {
  const { items } = await (await api.get("/api/products")).json();
  return items;
}
