import { queryOptions } from "@tanstack/react-query";
import { getMyOrder } from "@/api/generated";
import { decodeOrder } from "@/lib/domain/order";
import "@/lib/http";

export const myOrderQuery = (identityKey: string, id: string) =>
  queryOptions({
    queryKey: ["me", identityKey, "order", id],
    queryFn: async ({ signal }) =>
      decodeOrder((await getMyOrder({ path: { id }, signal, throwOnError: true })).data),
  });
