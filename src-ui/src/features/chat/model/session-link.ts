import type { ChatApi, ConversationRef } from "./chat-api";
import type { ThreadAction, ThreadState } from "./thread";

/** What the parts of a session share. */
export interface SessionLink {
  api: ChatApi;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  getState: () => ThreadState;
  /** The conversation that is open; its scope is aborted when it is left. */
  open: () => { ref: ConversationRef; scope: AbortSignal } | undefined;
  dispatch: (action: ThreadAction) => void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Milliseconds before the n-th repetition of a call whose line broke. */
export function pause(attempt: number): number {
  return Math.min(FIRST_PAUSE_MS * 3 ** (attempt - 1), LONGEST_PAUSE_MS);
}
