import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { BookOpen, SearchX } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { FailureBox } from "@/components/ui/failure-box";
import { MessageBox } from "@/components/ui/message-box";
import { Page } from "@/components/ui/page";
import { Paging } from "@/components/ui/paging";
import { SearchField } from "@/components/ui/search-field";
import { articleExcerpt } from "@/lib/domain/article";
import { directionOf } from "@/lib/i18n/locales";
import { usePageSize } from "@/lib/use-page-size";
import { articlesQuery } from "../api/articles";
import { AskPanel } from "./ask-panel";

const route = getRouteApi("/help");

export function HelpPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(articlesQuery(search, i18n.language));
  const pageSize = usePageSize(data);
  const onSearch = useCallback(
    (query: string) => void navigate({ search: { query: query || undefined } }),
    [navigate],
  );
  return (
    <Page
      title={t("help.title")}
      aside={data && <span role="status">{t("help.count", { count: data.total })}</span>}
    >
      <div className="mb-6">
        <SearchField
          label={t("help.search")}
          placeholder={t("help.searchPlaceholder")}
          value={search.query ?? ""}
          onSearch={onSearch}
        />
      </div>
      {error && !data && <FailureBox error={error} onRetry={() => void refetch()} />}
      {!error && !data && <HelpSkeleton />}
      {data?.items.length === 0 && (
        <MessageBox icon={<SearchX aria-hidden />} title={t("help.empty")}>
          {t("help.emptyText")}
        </MessageBox>
      )}
      {data && data.items.length > 0 && (
        <>
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {data.items.map((article) => (
              <li key={article.id}>
                <article
                  lang={article.locale}
                  dir={directionOf(article.locale)}
                  className="relative flex h-full gap-3 rounded-2xl border border-line bg-surface p-4 transition-[border-color,box-shadow] focus-within:border-brand hover:border-line-strong hover:shadow-lift"
                >
                  <span
                    aria-hidden
                    className="grid size-9 shrink-0 place-items-center rounded-xl bg-brand-soft text-brand-ink"
                  >
                    <BookOpen className="size-4.5" />
                  </span>
                  <div className="min-w-0">
                    <h2 className="font-semibold leading-snug">
                      <Link
                        to="/help/$articleId"
                        params={{ articleId: article.id }}
                        className="outline-none after:absolute after:inset-0 after:rounded-2xl focus-visible:after:outline-2 focus-visible:after:outline-brand"
                      >
                        {article.title}
                      </Link>
                    </h2>
                    <p className="mt-1 line-clamp-2 text-ink-soft text-sm">
                      {articleExcerpt(article)}
                    </p>
                  </div>
                </article>
              </li>
            ))}
          </ul>
          <Paging
            page={data.page}
            total={data.total}
            pageSize={pageSize}
            onChange={(page) => void navigate({ search: { ...search, page } })}
          />
        </>
      )}
      <AskPanel />
    </Page>
  );
}

function HelpSkeleton() {
  return (
    <div aria-hidden className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row} className="skeleton h-24 rounded-2xl" />
      ))}
    </div>
  );
}
