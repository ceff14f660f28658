import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/components/ui/button";
import { ShopText } from "@/components/ui/shop-text";
import { optionValues, type Product, productStock } from "@/lib/domain/product";
import { ProductPicture } from "./product-picture";
import { ProductPrice } from "./product-price";
import { StockLabel } from "./stock-label";

/** One product in the conversation, with its options. */
export function ProductCard({ product }: { product: Product }) {
  const { t } = useTranslation();
  return (
    <article className="overflow-hidden rounded-2xl border border-line bg-surface shadow-lift sm:flex">
      <ProductPicture
        src={product.imageUrl}
        className="aspect-4/3 w-full sm:aspect-auto sm:min-h-44 sm:w-56"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-2.5 p-4">
        <div>
          {product.category && (
            <p className="font-medium text-ink-soft text-xs">
              <ShopText text={product.category} />
            </p>
          )}
          <h3 className="font-semibold text-lg leading-snug">
            <ShopText text={product.name} />
          </h3>
        </div>
        <dl className="flex flex-col gap-2">
          {optionValues(product).map(({ name, values }) => (
            <div key={name} className="flex flex-wrap items-center gap-1.5 text-sm">
              <dt className="me-1 text-ink-soft capitalize">
                <ShopText text={name} />
              </dt>
              {values.map((value) => (
                <dd key={value} className="rounded-md bg-sunken px-2 py-0.5">
                  <ShopText text={value} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-3 pt-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-lg">
              <ProductPrice product={product} />
            </span>
            <StockLabel state={productStock(product)} />
          </div>
          <Link
            to="/shop/$productId"
            params={{ productId: product.id }}
            className={buttonClass("secondary")}
          >
            {t("product.view")}
          </Link>
        </div>
      </div>
    </article>
  );
}
