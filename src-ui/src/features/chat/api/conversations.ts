import { infiniteQueryOptions } from "@tanstack/react-query";
import { listConversations } from "@/api/generated";
import { decodePage } from "@/lib/domain/page";
import "@/lib/http";
import { decodeConversationSummary } from "../model/conversation-summary";

/** The shopper's own conversations, the latest first; never asked for a guest, who would be refused. */
export const myConversationsQuery = (identityKey: string) =>
  infiniteQueryOptions({
    queryKey: ["me", identityKey, "conversations"],
    queryFn: async ({ pageParam, signal }) =>
      decodePage(
        (await listConversations({ query: { page: pageParam }, signal, throwOnError: true })).data,
        decodeConversationSummary,
      ),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0);
      return last.items.length > 0 && loaded < last.total ? last.page + 1 : undefined;
    },
    // It changes with every message, in any tab.
    staleTime: 0,
  });
