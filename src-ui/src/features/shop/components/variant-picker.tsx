import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import { cx } from "@/lib/cx";
import { type Variant, variantStock } from "@/lib/domain/product";
import { useFormat } from "@/lib/i18n/use-format";

interface VariantPickerProps {
  variants: Variant[];
  chosen: Variant;
  onChoose: (id: string) => void;
}

/** One radio button for each variant, with its options, price and stock. */
export function VariantPicker({ variants, chosen, onChoose }: VariantPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <fieldset>
      <legend className="mb-2.5 font-semibold">{t("product.variants")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {variants.map((variant) => {
          const soldOut = variantStock(variant) === "unavailable";
          return (
            <label
              key={variant.id}
              className={cx(
                "flex cursor-pointer items-center gap-3 rounded-xl border bg-surface px-3.5 py-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-brand has-focus-visible:outline-offset-2",
                variant.id === chosen.id
                  ? "border-brand bg-brand-soft"
                  : "border-line hover:border-line-strong",
              )}
            >
              <input
                type="radio"
                name="variant"
                value={variant.id}
                checked={variant.id === chosen.id}
                onChange={() => onChoose(variant.id)}
                className="size-4 shrink-0 accent-(--brand)"
              />
              <span className="min-w-0 flex-1">
                <span className={cx("block font-medium text-sm", soldOut && "text-ink-soft")}>
                  <ShopText text={Object.values(variant.options).join(" · ") || variant.id} />
                </span>
                <span className="block text-ink-soft text-xs">
                  {soldOut ? t("product.stock.unavailable") : format.money(variant.price)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
