import { useEffect } from "react";
import { useIdentity } from "@/lib/identity";
import { storedSeenConversations } from "../model/seen-conversations";
import type { ThreadState } from "../model/thread";

/**
 * Remembers that what stands in the open conversation has been seen, for the list of a signed-in shopper.
 *
 * @param looking whether the shopper has the page before their eyes
 */
export function useSeenMark(state: ThreadState, looking: boolean): void {
  const { key, token } = useIdentity();
  const { conversationId, messages, turn, ticket, actions } = state;
  const relevant = token !== undefined && looking && state.phase === "ready";
  const lastAt = messages.at(-1)?.at;
  const busy = turn !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these is something new that was seen
  useEffect(() => {
    if (!relevant || !conversationId || lastAt === undefined) return;
    const now = new Date().toISOString();
    storedSeenConversations(key).note(conversationId, lastAt > now ? lastAt : now);
  }, [relevant, key, conversationId, lastAt, busy, ticket, actions]);
}
