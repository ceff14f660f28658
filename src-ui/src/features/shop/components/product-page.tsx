import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { MessageCircleQuestion } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProductPicture } from "@/components/commerce/product-picture";
import { StockLabel } from "@/components/commerce/stock-label";
import { BackLink } from "@/components/ui/back-link";
import { buttonClass } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { Page } from "@/components/ui/page";
import { ShopText } from "@/components/ui/shop-text";
import { type Product, variantStock } from "@/lib/domain/product";
import { useFormat } from "@/lib/i18n/use-format";
import { productQuery } from "@/lib/product-query";
import { VariantPicker } from "./variant-picker";

const route = getRouteApi("/shop/$productId");

export function ProductPage() {
  const { t } = useTranslation();
  const { productId } = route.useParams();
  const { data, error, refetch } = useQuery(productQuery(productId));
  return (
    <Page
      title={data?.name ?? t("product.product")}
      hideHeading
      back={<BackLink to="/shop">{t("product.back")}</BackLink>}
    >
      {error && !data && <FailureBox error={error} onRetry={() => void refetch()} />}
      {!error && !data && (
        <div aria-hidden className="grid gap-8 md:grid-cols-2">
          <div className="skeleton aspect-4/3 rounded-3xl" />
          <div className="skeleton h-64 rounded-3xl" />
        </div>
      )}
      {data && <ProductDetails key={data.id} product={data} />}
    </Page>
  );
}

function ProductDetails({ product }: { product: Product }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosenId, setChosenId] = useState(
    () => (product.variants.find((variant) => variant.available) ?? product.variants[0])?.id,
  );
  const chosen = product.variants.find((variant) => variant.id === chosenId);
  return (
    <div className="grid items-start gap-6 md:grid-cols-2 md:gap-10">
      <ProductPicture
        src={product.imageUrl}
        className="aspect-4/3 w-full rounded-3xl border border-line"
      />
      <div className="flex flex-col gap-5">
        <div>
          {product.category && (
            <p className="mb-1 font-medium text-brand-ink text-sm">
              <ShopText text={product.category} />
            </p>
          )}
          <p aria-hidden className="font-bold text-2xl leading-tight tracking-tight sm:text-3xl">
            <ShopText text={product.name} />
          </p>
        </div>
        {chosen && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1" aria-live="polite">
            <span className="font-semibold text-2xl tabular-nums">
              {format.money(chosen.price)}
            </span>
            <StockLabel state={variantStock(chosen)} left={chosen.stock} />
          </div>
        )}
        {product.description && (
          <p dir="auto" className="text-ink-soft text-pretty leading-relaxed">
            {product.description}
          </p>
        )}
        {product.variants.length > 1 && chosen && (
          <VariantPicker variants={product.variants} chosen={chosen} onChoose={setChosenId} />
        )}
        <div className="border-line border-t pt-5">
          <Link to="/" search={{ product: product.id }} className={buttonClass("secondary")}>
            <MessageCircleQuestion aria-hidden className="size-4.5" />
            {t("product.ask")}
          </Link>
        </div>
      </div>
    </div>
  );
}
