import type { Network } from "@/features/chat/model/network";
import type { Outbox } from "@/features/chat/model/outbox";
import type { QueuedMessage } from "@/features/chat/model/thread-queue";

/** A network that the test cuts and mends. */
export class FakeNetwork implements Network {
  readonly #listeners = new Set<() => void>();
  #online = true;

  isOnline = () => this.#online;

  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set online(online: boolean) {
    this.#online = online;
    for (const listener of this.#listeners) listener();
  }
}

/** An outbox that can be read in the test. */
export class FakeOutbox implements Outbox {
  kept: { conversationId: string; message: QueuedMessage } | undefined;

  load = (conversationId: string) =>
    this.kept?.conversationId === conversationId ? this.kept.message : undefined;

  save(conversationId: string, message: QueuedMessage) {
    this.kept = { conversationId, message };
  }

  clear() {
    this.kept = undefined;
  }
}
