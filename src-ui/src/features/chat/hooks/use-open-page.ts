import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { optionalText } from "@/lib/decode";
import type { PageContext } from "../model/chat-api";

/** Characters of an id at most; the server takes no longer ones from a page. */
const MAX_ID_LENGTH = 64;

/** The product or order that the shopper came from to ask about it, named in the chat's address. */
export function useOpenPage(): PageContext | undefined {
  const search: { product?: unknown; order?: unknown } = useSearch({ strict: false });
  const productId = idOf(search.product);
  const orderId = idOf(search.order);
  return useMemo(() => {
    if (orderId) return { page: `/orders/${encodeURIComponent(orderId)}`, orderId };
    if (productId) return { page: `/shop/${encodeURIComponent(productId)}`, productId };
    return undefined;
  }, [productId, orderId]);
}

function idOf(value: unknown): string | undefined {
  const id = optionalText(value);
  return id && id.length <= MAX_ID_LENGTH ? id : undefined;
}
