import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Order, orderLines } from "@/lib/domain/order";
import { useFormat } from "@/lib/i18n/use-format";
import { useTextLanguage } from "@/lib/use-text-language";
import { OptionList } from "./option-list";
import { OrderedProductPicture } from "./ordered-product-picture";

interface OrderLinesProps {
  order: Order;
  /** How many lines to show before "and n more"; all when absent. */
  limit?: number;
}

export function OrderLines({ order, limit }: OrderLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const languageOf = useTextLanguage();
  const lines = orderLines(order);
  const shown = lines.slice(0, limit);
  return (
    <>
      <ul className="flex flex-col gap-3">
        {shown.map((line) => (
          <li key={`${line.variantId} ${line.price}`} className="flex items-center gap-3">
            <OrderedProductPicture productId={line.productId} className="size-13 rounded-xl" />
            <div className="min-w-0 flex-1">
              <Link
                to="/shop/$productId"
                params={{ productId: line.productId }}
                lang={languageOf(line.name)}
                dir="auto"
                className="block truncate font-medium rtl:text-right hover:text-brand-ink hover:underline"
              >
                {line.name}
              </Link>
              <OptionList options={line.options} />
            </div>
            <div className="shrink-0 text-end text-sm tabular-nums">
              {line.quantity > 1 && (
                <p className="text-ink-soft">
                  <span aria-hidden>{line.quantity} × </span>
                  <span className="sr-only">{t("order.quantity", { count: line.quantity })} </span>
                  {format.money(line.price, order.currency)}
                </p>
              )}
              {line.quantity === 1 && <p>{format.money(line.price, order.currency)}</p>}
            </div>
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <p className="mt-2 text-ink-soft text-sm">
          {t("order.more", { count: lines.length - shown.length })}
        </p>
      )}
    </>
  );
}
