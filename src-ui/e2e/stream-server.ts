import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { ScriptedEvent } from "./scripted";

/**
 * Lets the next questions be answered by events that come one after another, as a route that is
 * fulfilled at once never could.
 *
 * @param parts what is written at a time, and how long each waits before it, in milliseconds
 * @returns ends the stand-in
 */
export async function streamAnswer(
  page: Page,
  parts: readonly ScriptedEvent[][],
  pauseMs: number,
): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    request.resume();
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    for (const part of parts) {
      response.write(
        part.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(""),
      );
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (response.destroyed) return;
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await page.route("**/messages", (route) =>
    route.continue({ url: `http://127.0.0.1:${port}/messages` }),
  );
  return async () => {
    await page.unroute("**/messages");
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
