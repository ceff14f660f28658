import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getArticle, listArticles } from "@/api/generated";
import { decodeArticle } from "@/lib/domain/article";
import { decodePage } from "@/lib/domain/page";
import "@/lib/http";

export interface ArticleSearch {
  query?: string;
  page?: number;
}

export const articlesQuery = (search: ArticleSearch, locale: string) =>
  queryOptions({
    queryKey: ["articles", locale, search],
    queryFn: async ({ signal }) =>
      decodePage(
        (await listArticles({ query: { ...search, locale }, signal, throwOnError: true })).data,
        decodeArticle,
      ),
    placeholderData: keepPreviousData,
  });

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ["article", id],
    queryFn: async ({ signal }) =>
      decodeArticle((await getArticle({ path: { id }, signal, throwOnError: true })).data),
    staleTime: 5 * 60_000,
  });
