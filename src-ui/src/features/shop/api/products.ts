import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { listCategories, listProducts } from "@/api/generated";
import { decodePage } from "@/lib/domain/page";
import { decodeProduct } from "@/lib/domain/product";
import "@/lib/http";

export interface ProductSearch {
  query?: string;
  category?: string;
  page?: number;
}

export const productsQuery = (search: ProductSearch) =>
  queryOptions({
    queryKey: ["products", search],
    queryFn: async ({ signal }) =>
      decodePage(
        (await listProducts({ query: { ...search }, signal, throwOnError: true })).data,
        decodeProduct,
      ),
    placeholderData: keepPreviousData,
  });

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: async ({ signal }) => {
    const { data } = await listCategories({ signal, throwOnError: true });
    return Array.isArray(data) ? data : [];
  },
});
