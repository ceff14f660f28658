import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { isUnderway } from "@/lib/domain/order";
import { useIdentity } from "@/lib/identity";
import { myOrdersQuery } from "@/lib/my-orders-query";
import type { Choice } from "../model/chat-event";
import { useTopic } from "./use-topic";

/**
 * What to ask first: about the product or order that the chat was opened from, else by the order that the shopper waits for.
 *
 * That one takes the place of the first general suggestion, which asks the same without a number, so that there are as many
 * before and after; `"loading"` keeps the place until the orders are known.
 *
 * @param general the server's own suggestions
 */
export function useSuggestions(general: readonly Choice[]): readonly (Choice | "loading")[] {
  const { t } = useTranslation();
  const { key, token } = useIdentity();
  const topic = useTopic();
  const orders = useQuery({
    ...myOrdersQuery(key, 1),
    enabled: token !== undefined && topic === undefined,
  });
  if (topic) return topic.suggestions;
  // After a first failure nobody is kept waiting for the next try.
  if (orders.isLoading && orders.failureCount === 0) return ["loading", ...general.slice(1)];
  const awaited = token === undefined ? undefined : orders.data?.items.find(isUnderway);
  if (!awaited) return general;
  const question = t("about.orderQuestions.where.text", { id: awaited.id });
  return [{ label: question, text: question }, ...general.slice(1)];
}
