import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import { cx } from "@/lib/cx";
import { categoriesQuery } from "../api/products";

interface CategoryFilterProps {
  chosen: string | undefined;
  onChoose: (category: string | undefined) => void;
}

/** The shop's categories, and the chosen one even if it is no longer among them. */
export function CategoryFilter({ chosen, onChoose }: CategoryFilterProps) {
  const { t } = useTranslation();
  const { data: found = [] } = useQuery(categoriesQuery);
  const categories = [...new Set(chosen ? [...found, chosen] : found)];
  if (categories.length === 0) return <div className="h-9" />;
  return (
    <fieldset className="scrollbar-none -mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 max-sm:mask-r-from-[calc(100%-2rem)] sm:mx-0 sm:flex-wrap sm:px-0 max-sm:rtl:mask-r-from-100% max-sm:rtl:mask-l-from-[calc(100%-2rem)]">
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
          {category === undefined ? t("shop.all") : <ShopText text={category} />}
        </button>
      ))}
    </fieldset>
  );
}
