import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { productQuery } from "@/lib/product-query";
import type { Choice } from "../model/chat-event";
import { useOpenPage } from "./use-open-page";

/** What the shopper asks about, in words. */
export interface Topic {
  name: string;
  /** What is often asked about such a thing. */
  suggestions: readonly Choice[];
}

const PRODUCT_QUESTIONS = ["stock", "price", "options", "returns"] as const;
const ORDER_QUESTIONS = ["where", "change", "cancel", "returns"] as const;

/** The product or order that the chat was opened from; `undefined` without one, or before its name is known. */
export function useTopic(): Topic | undefined {
  const { t } = useTranslation();
  const page = useOpenPage();
  const { data: product } = useQuery({
    ...productQuery(page?.productId ?? ""),
    enabled: page?.productId !== undefined,
  });
  if (page?.orderId) {
    const { orderId: id } = page;
    return {
      name: t("about.order", { id }),
      suggestions: ORDER_QUESTIONS.map((question) => ({
        label: t(`about.orderQuestions.${question}.label`),
        text: t(`about.orderQuestions.${question}.text`, { id }),
      })),
    };
  }
  if (page?.productId && product) {
    const { name } = product;
    return {
      name,
      suggestions: PRODUCT_QUESTIONS.map((question) => ({
        label: t(`about.product.${question}.label`),
        text: t(`about.product.${question}.text`, { name }),
      })),
    };
  }
  return undefined;
}
