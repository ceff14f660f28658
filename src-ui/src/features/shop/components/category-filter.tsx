import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { productsQuery } from "../api/products";

interface CategoryFilterProps {
  chosen: string | undefined;
  onChoose: (category: string | undefined) => void;
}

/** The categories of the shop's first page of products, and the chosen one. */
export function CategoryFilter({ chosen, onChoose }: CategoryFilterProps) {
  const { t } = useTranslation();
  const { data } = useQuery(productsQuery({}));
  const found = data?.items.flatMap((product) => product.category ?? []) ?? [];
  const categories = [...new Set(chosen ? [chosen, ...found] : found)].sort((a, b) =>
    a.localeCompare(b),
  );
  if (categories.length === 0) return <div className="h-9" />;
  return (
    <fieldset className="scrollbar-none -mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0">
      <legend className="sr-only">{t("shop.categories")}</legend>
      {[undefined, ...categories].map((category) => (
        <button
          key={category ?? ""}
          type="button"
          aria-pressed={category === chosen}
          onClick={() => onChoose(category)}
          className={cx(
            "h-9 shrink-0 rounded-full border px-3.5 font-medium text-sm transition-colors",
            category === chosen
              ? "border-brand bg-brand text-on-brand"
              : "border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink",
          )}
        >
          {category ?? t("shop.all")}
        </button>
      ))}
    </fieldset>
  );
}
