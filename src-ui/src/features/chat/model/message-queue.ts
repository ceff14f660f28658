import type { Outbox } from "./outbox";
import type { SessionLink } from "./session-link";
import { isQueued, type QueuedMessage } from "./thread-queue";

/** The message that waits for the connection: one at most, shown at the end of the thread. */
export class MessageQueue {
  readonly #link: Pick<SessionLink, "getState" | "dispatch">;
  readonly #outbox: Outbox;
  readonly #newId: () => string;

  constructor(
    link: Pick<SessionLink, "getState" | "dispatch">,
    outbox: Outbox,
    newId: () => string,
  ) {
    this.#link = link;
    this.#outbox = outbox;
    this.#newId = newId;
  }

  /** @param replacesKey key of the shopper's message whose place it takes */
  put(message: QueuedMessage, replacesKey?: string): void {
    const { conversationId } = this.#link.getState();
    if (conversationId === undefined) return;
    this.#outbox.save(conversationId, message);
    this.#link.dispatch({ type: "messageQueued", key: this.#newId(), replacesKey, ...message });
  }

  /** Shows again what waited when the page was left. */
  restore(): void {
    const { conversationId } = this.#link.getState();
    const message = conversationId === undefined ? undefined : this.#outbox.load(conversationId);
    if (message) this.#link.dispatch({ type: "messageQueued", key: this.#newId(), ...message });
  }

  /** What can be sent now, with the key of the message whose place it takes. */
  next(): { key: string; text: string; clientMessageId: string } | undefined {
    const { messages, phase, turn } = this.#link.getState();
    const waiting = messages.find(isQueued);
    if (!waiting?.clientMessageId || phase !== "ready" || turn) return undefined;
    return { key: waiting.key, text: waiting.text, clientMessageId: waiting.clientMessageId };
  }

  /** The shopper does not want it sent any more. */
  discard(): void {
    this.#outbox.clear();
    this.#link.dispatch({ type: "queueDiscarded" });
  }

  /** The server has it, or has refused it. */
  settled(): void {
    this.#outbox.clear();
  }
}
