import type { ChatEvent } from "./chat-event";
import type { ThreadMessage } from "./message";

/** Remembers what this tab has seen as part of its own turns, since others are told of it too. */
export class OwnEvents {
  readonly #ids = new Set<number>();
  readonly #turnIds = new Set<string>();

  note(event: ChatEvent, id: number | undefined): void {
    if (id !== undefined) this.#ids.add(id);
    if (event.type === "turn.started") this.#turnIds.add(event.turnId);
  }

  has(event: ChatEvent, id: number | undefined, shown: readonly ThreadMessage[]): boolean {
    if (id !== undefined && this.#ids.has(id)) return true;
    if ("turnId" in event && event.turnId && this.#turnIds.has(event.turnId)) return true;
    return "messageId" in event && shown.some((message) => message.messageId === event.messageId);
  }

  clear(): void {
    this.#ids.clear();
    this.#turnIds.clear();
  }
}
