import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getMyOrder, listMyOrders } from "@/api/generated";
import { decodeOrder } from "@/lib/domain/order";
import { decodePage } from "@/lib/domain/page";
import "@/lib/http";

/** The shopper's orders; never asked for a guest, who would be refused. */
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

export const myOrderQuery = (identityKey: string, id: string) =>
  queryOptions({
    queryKey: ["me", identityKey, "order", id],
    queryFn: async ({ signal }) =>
      decodeOrder((await getMyOrder({ path: { id }, signal, throwOnError: true })).data),
  });
