import { asText } from "@/lib/decode";
import { readStoredRecord, writeStored } from "@/lib/storage";
import type { ConversationRef } from "./chat-api";

/** Keeps which conversation a shopper was in. */
export interface ConversationRefs {
  load(): ConversationRef | undefined;
  save(ref: ConversationRef): void;
  forget(): void;
}

/** Kept in the browser, one for each identity, so that no one finds another's conversation. */
export function storedConversationRefs(identityKey: string): ConversationRefs {
  const key = `conversation.${identityKey}`;
  return {
    load() {
      const json = readStoredRecord(key);
      const id = asText(json.id);
      return id === "" ? undefined : { id, token: asText(json.token) };
    },
    save: (ref) => writeStored(key, { id: ref.id, token: ref.token }),
    forget: () => writeStored(key, undefined),
  };
}
