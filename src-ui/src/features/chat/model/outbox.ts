import { asRecord, asText } from "@/lib/decode";
import { readStoredRecord, writeStored } from "@/lib/storage";
import type { QueuedMessage } from "./thread-queue";

/** Keeps the message that waits for the connection, also while the page is closed. */
export interface Outbox {
  load(conversationId: string): QueuedMessage | undefined;
  save(conversationId: string, message: QueuedMessage): void;
  clear(): void;
}

/** After that a message is no longer sent by itself: its writer does not expect it any more. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** One message for each identity, kept in the browser. */
export function storedOutbox(identityKey: string): Outbox {
  const key = `outbox.${identityKey}`;
  return {
    load(conversationId) {
      const json = asRecord(readStoredRecord(key));
      const at = asText(json.at);
      const fresh = Date.now() - Date.parse(at) < LONGEST_WAIT_MS;
      const text = asText(json.text);
      const clientMessageId = asText(json.clientMessageId);
      return fresh && json.conversationId === conversationId && text && clientMessageId
        ? { text, clientMessageId, at }
        : undefined;
    },
    save: (conversationId, message) => writeStored(key, { conversationId, ...message }),
    clear: () => writeStored(key, undefined),
  };
}
