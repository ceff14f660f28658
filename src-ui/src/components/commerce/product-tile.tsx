import { Link } from "@tanstack/react-router";
import { ShopText } from "@/components/ui/shop-text";
import { optionValues, type Product, productStock } from "@/lib/domain/product";
import { useTextLanguage } from "@/lib/use-text-language";
import { ProductPicture } from "./product-picture";
import { ProductPrice } from "./product-price";
import { StockLabel } from "./stock-label";

interface ProductTileProps {
  product: Product;
  /** Level of the name among the page's headings. */
  headingLevel?: 2 | 3;
}

/** A product in a grid: picture, name, price and whether it can be had. */
export function ProductTile({ product, headingLevel = 2 }: ProductTileProps) {
  const Heading = `h${headingLevel}` as const;
  const languageOf = useTextLanguage();
  const choices = optionValues(product).find((option) => option.values.length > 1);
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-2xl border border-line bg-surface transition-[border-color,box-shadow] focus-within:border-brand hover:border-line-strong hover:shadow-lift">
      <ProductPicture
        src={product.imageUrl}
        className="aspect-4/3 w-full [&>img]:transition-transform [&>img]:duration-300 group-hover:[&>img]:scale-[1.03]"
      />
      <div className="flex flex-1 flex-col gap-1 p-3.5">
        <Heading className="font-semibold leading-snug">
          <Link
            to="/shop/$productId"
            params={{ productId: product.id }}
            className="outline-none after:absolute after:inset-0 after:rounded-2xl focus-visible:after:outline-2 focus-visible:after:outline-brand"
          >
            <ShopText text={product.name} />
          </Link>
        </Heading>
        {choices && (
          // Runs as its words do, so that the ellipsis is at their end.
          <p
            lang={languageOf(choices.values.join(" "))}
            dir="auto"
            className="truncate text-ink-soft text-sm rtl:text-right"
          >
            {choices.values.join(" · ")}
          </p>
        )}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-x-3 gap-y-1 pt-2">
          <ProductPrice product={product} />
          <StockLabel state={productStock(product)} />
        </div>
      </div>
    </article>
  );
}
