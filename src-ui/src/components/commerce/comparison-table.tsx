import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import { optionValues, type Product, productStock } from "@/lib/domain/product";
import { ProductPicture } from "./product-picture";
import { ProductPrice } from "./product-price";
import { StockLabel } from "./stock-label";

/** Products side by side: price, stock and every option that one of them has. */
export function ComparisonTable({ products }: { products: Product[] }) {
  const { t } = useTranslation();
  const options = [...new Set(products.flatMap((p) => optionValues(p).map(({ name }) => name)))];
  return (
    <section
      aria-label={t("product.compare")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-2xl border border-line bg-surface shadow-lift"
    >
      <table className="w-full text-start text-sm">
        <caption className="sr-only">{t("product.compare")}</caption>
        <thead>
          <tr className="align-top">
            <th scope="col" className="sr-only">
              {t("product.product")}
            </th>
            {products.map((product) => (
              <th key={product.id} scope="col" className="min-w-40 p-3 text-start font-semibold">
                <ProductPicture
                  src={product.imageUrl}
                  className="mb-2 aspect-4/3 w-full max-w-52 rounded-xl"
                />
                <Link
                  to="/shop/$productId"
                  params={{ productId: product.id }}
                  className="text-base hover:text-brand-ink hover:underline"
                >
                  <ShopText text={product.name} />
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&_td]:border-line [&_td]:border-t [&_td]:p-3 [&_td]:align-top [&_th]:sr-only">
          <tr>
            <th scope="row">{t("product.price")}</th>
            {products.map((product) => (
              <td key={product.id} className="text-base">
                <ProductPrice product={product} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("product.availability")}</th>
            {products.map((product) => (
              <td key={product.id}>
                <StockLabel state={productStock(product)} />
              </td>
            ))}
          </tr>
          {options.map((name) => (
            <tr key={name}>
              <th scope="row">
                <ShopText text={name} />
              </th>
              {products.map((product) => (
                <td key={product.id}>
                  <span className="block text-ink-soft text-xs capitalize">
                    <ShopText text={name} />
                  </span>
                  <ShopText
                    text={
                      optionValues(product)
                        .find((option) => option.name === name)
                        ?.values.join(", ") ?? "–"
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
