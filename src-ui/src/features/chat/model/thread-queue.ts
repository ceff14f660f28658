import type { ShopperMessage, ThreadMessage } from "./message";
import type { ThreadState } from "./thread";

/** What the shopper wrote while there was no network. */
export interface QueuedMessage {
  text: string;
  clientMessageId: string;
  /** ISO time. */
  at: string;
}

export function isQueued(message: ThreadMessage): message is ShopperMessage {
  return message.from === "shopper" && message.delivery === "queued";
}

/** Puts a message at the end to wait; one that waits already, or that it replaces, goes. */
export function queueMessage(
  state: ThreadState,
  { key, replacesKey, text, clientMessageId, at }: QueuedMessage & QueuePlace,
): ThreadState {
  const from = state.messages.findIndex((message) => message.key === replacesKey);
  const kept = from < 0 ? state.messages : state.messages.slice(0, from);
  return {
    ...state,
    messages: [
      ...kept.filter((message) => !isQueued(message)),
      { key, from: "shopper", text, clientMessageId, at, delivery: "queued" },
    ],
  };
}

interface QueuePlace {
  key: string;
  /** Key of the shopper's message from which on the thread is dropped. */
  replacesKey?: string;
}
