import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ProductTile } from "@/components/commerce/product-tile";
import { Button } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { MessageBox } from "@/components/ui/message-box";
import { Page } from "@/components/ui/page";
import { Paging } from "@/components/ui/paging";
import { SearchField } from "@/components/ui/search-field";
import { usePageSize } from "@/lib/use-page-size";
import { productsQuery } from "../api/products";
import { CategoryFilter } from "./category-filter";

const route = getRouteApi("/shop");

export function ShopPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(productsQuery(search));
  const pageSize = usePageSize(data);
  const onSearch = useCallback(
    (query: string) =>
      void navigate({ search: (old) => ({ category: old.category, query: query || undefined }) }),
    [navigate],
  );
  return (
    <Page
      title={t("shop.title")}
      aside={data && <span role="status">{t("shop.count", { count: data.total })}</span>}
    >
      <div className="mb-6 flex flex-col gap-3">
        <SearchField
          label={t("shop.search")}
          placeholder={t("shop.searchPlaceholder")}
          value={search.query ?? ""}
          onSearch={onSearch}
        />
        <CategoryFilter
          chosen={search.category}
          onChoose={(category) => void navigate({ search: { query: search.query, category } })}
        />
      </div>
      {error && !data && <FailureBox error={error} onRetry={() => void refetch()} />}
      {!error && !data && <ProductGridSkeleton />}
      {data?.items.length === 0 && (
        <MessageBox
          icon={<SearchX aria-hidden />}
          title={t("shop.empty")}
          action={<Button onClick={() => void navigate({ search: {} })}>{t("shop.clear")}</Button>}
        >
          {t("shop.emptyText")}
        </MessageBox>
      )}
      {data && data.items.length > 0 && (
        <>
          <ul className={GRID}>
            {data.items.map((product) => (
              <li key={product.id}>
                <ProductTile product={product} />
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
    </Page>
  );
}

const GRID =
  "grid grid-cols-1 gap-3 min-[360px]:grid-cols-2 sm:gap-5 md:grid-cols-3 xl:grid-cols-4";

function ProductGridSkeleton() {
  return (
    <div aria-hidden className={GRID}>
      {[1, 2, 3, 4, 5, 6, 7, 8].map((tile) => (
        <div key={tile} className="overflow-hidden rounded-2xl border border-line bg-surface">
          <div className="skeleton aspect-4/3 rounded-none" />
          <div className="flex flex-col gap-2 p-3.5">
            <span className="skeleton h-4 w-3/4" />
            <span className="skeleton h-4 w-2/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
