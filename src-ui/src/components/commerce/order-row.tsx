import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Order, orderLines, orderTotal } from "@/lib/domain/order";
import { useFormat } from "@/lib/i18n/use-format";
import { useTextLanguage } from "@/lib/use-text-language";
import { OrderStatusBadge } from "./order-status-badge";
import { OrderedProductPicture } from "./ordered-product-picture";

interface OrderRowProps {
  order: Order;
  headingLevel?: 2 | 3;
}

/** One order in a list; the whole row leads to it. */
export function OrderRow({ order, headingLevel = 2 }: OrderRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Heading = `h${headingLevel}` as const;
  const lines = orderLines(order);
  const first = lines[0];
  const names = lines.map((line) => line.name).join(", ");
  const languageOf = useTextLanguage();
  return (
    <article className="relative flex items-center gap-4 rounded-2xl border border-line bg-surface p-3.5 transition-[border-color,box-shadow] focus-within:border-brand hover:border-line-strong hover:shadow-lift sm:p-4">
      {first && (
        <OrderedProductPicture
          productId={first.productId}
          className="size-14 rounded-xl max-[419px]:hidden"
        />
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Heading className="font-semibold">
            <Link
              to="/orders/$orderId"
              params={{ orderId: order.id }}
              className="outline-none after:absolute after:inset-0 after:rounded-2xl focus-visible:after:outline-2 focus-visible:after:outline-brand"
            >
              {t("order.heading", { id: order.id })}
            </Link>
          </Heading>
          <OrderStatusBadge status={order.status} />
        </div>
        <p
          lang={languageOf(names)}
          dir="auto"
          className="mt-1 truncate text-ink-soft text-sm rtl:text-right"
        >
          {names}
        </p>
        <p className="mt-0.5 text-ink-soft text-sm">
          {order.placedAt && `${format.date(order.placedAt)} · `}
          <span className="font-medium text-ink tabular-nums">
            {format.money(orderTotal(order), order.currency)}
          </span>
        </p>
      </div>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft rtl:rotate-180" />
    </article>
  );
}
