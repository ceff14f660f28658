import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listMyOrders } from "@/api/generated";
import { decodeOrder } from "./domain/order";
import { decodePage } from "./domain/page";
import "./http";

/** The shopper's orders, the newest first; never asked for a guest, who would be refused. */
export const myOrdersQuery = (identityKey: string, page: number) =>
  queryOptions({
    queryKey: ["me", identityKey, "orders", page],
    queryFn: async ({ signal }) =>
      decodePage(
        (await listMyOrders({ query: { page }, signal, throwOnError: true })).data,
        decodeOrder,
      ),
    placeholderData: keepPreviousData,
  });
