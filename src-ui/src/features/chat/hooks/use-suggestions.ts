import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isUnderway } from "@/lib/domain/order";
import { useIdentity } from "@/lib/identity";
import { myOrdersQuery } from "@/lib/my-orders-query";
import type { Choice } from "../model/chat-event";
import type { ThreadState } from "../model/thread";
import { useTopic } from "./use-topic";

interface Suggestion extends Choice {
  /** The language that the server was asked for, where the words are the server's. */
  asked?: string;
}

/**
 * What to ask first: about the product or order that the chat was opened from, else by the order that the shopper waits for.
 *
 * That one takes the place of the first general suggestion, which asks the same without a number, so that there are as many
 * before and after; `"loading"` keeps the place until the orders are known.
 */
export function useSuggestions({
  suggestions,
  locale,
}: ThreadState): readonly (Suggestion | "loading")[] {
  const { t } = useTranslation();
  const { key, token } = useIdentity();
  const topic = useTopic();
  const orders = useQuery({
    ...myOrdersQuery(key, 1),
    enabled: token !== undefined && topic === undefined,
  });
  if (topic) return topic.suggestions;
  const general = suggestions.map((suggestion) => ({ ...suggestion, asked: locale }));
  // After a first failure nobody is kept waiting for the next try.
  if (orders.isLoading && orders.failureCount === 0) return ["loading", ...general.slice(1)];
  const awaited = token === undefined ? undefined : orders.data?.items.find(isUnderway);
  if (!awaited) return general;
  const question = t("about.orderQuestions.where.text", { id: awaited.id });
  return [{ label: question, text: question }, ...general.slice(1)];
}
