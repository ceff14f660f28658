import { readStoredRecord, writeStored } from "@/lib/storage";
import type { ConversationSummary } from "./conversation-summary";

/** When each conversation was last looked at in this browser, as an ISO time by its id. */
export interface SeenConversations {
  note(id: string, at: string): void;
  /** Whether something has come since; what was never seen here has nothing to count from. */
  isUnread(conversation: ConversationSummary): boolean;
  /** Takes those that are listed here for the first time for read, so that what comes later shows. */
  noteNew(conversations: readonly ConversationSummary[]): void;
}

/** Conversations that are remembered at most. */
const MAX_KEPT = 200;
/** By how much the clocks of the browser and the server may differ without a mark that is not true. */
const CLOCK_TOLERANCE_MS = 5000;

/** Kept in the browser, apart for each identity. */
export function storedSeenConversations(identityKey: string): SeenConversations {
  const key = `seen.${identityKey}`;
  const load = () => readStoredRecord(key);
  const note = (id: string, at: string) => {
    const { [id]: known, ...others } = load();
    if (timeOf(known) >= timeOf(at)) return;
    // The one that was looked at last comes last, and the oldest go first.
    const entries = [...Object.entries(others), [id, at] as const];
    writeStored(key, Object.fromEntries(entries.slice(-MAX_KEPT)));
  };
  return {
    note,
    isUnread({ id, updatedAt }) {
      const seen = timeOf(load()[id]);
      return seen > 0 && timeOf(updatedAt) > seen + CLOCK_TOLERANCE_MS;
    },
    noteNew(conversations) {
      const seen = load();
      for (const { id, updatedAt } of conversations) if (!(id in seen)) note(id, updatedAt);
    },
  };
}

/** 0 for what is no time. */
function timeOf(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) || 0 : 0;
}
