import { useTranslation } from "react-i18next";
import { type Product, priceRange } from "@/lib/domain/product";
import { useFormat } from "@/lib/i18n/use-format";

/** The price of a product, or the lowest one when its variants differ. */
export function ProductPrice({ product }: { product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const range = priceRange(product);
  if (!range) return null;
  const price = format.money(range.from);
  return (
    <span className="font-semibold tabular-nums">
      {range.to > range.from ? t("product.from", { price }) : price}
    </span>
  );
}
