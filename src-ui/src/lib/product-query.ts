import { queryOptions } from "@tanstack/react-query";
import { getProduct } from "@/api/generated";
import { decodeProduct } from "./domain/product";
import "./http";

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ["product", id],
    queryFn: async ({ signal }) =>
      decodeProduct((await getProduct({ path: { id }, signal, throwOnError: true })).data),
    staleTime: 5 * 60_000,
  });
