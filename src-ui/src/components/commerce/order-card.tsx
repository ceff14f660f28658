import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Order, orderTotal } from "@/lib/domain/order";
import { useFormat } from "@/lib/i18n/use-format";
import { OrderLines } from "./order-lines";
import { OrderStatusBadge } from "./order-status-badge";
import { ShipmentTimeline } from "./shipment-timeline";

/** One order in the conversation: its state, its parcels and what is in it. */
export function OrderCard({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article
      aria-label={t("order.heading", { id: order.id })}
      className="overflow-hidden rounded-2xl border border-line bg-surface shadow-lift"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3.5 sm:px-5">
        <div>
          <h3 className="font-semibold text-lg leading-tight">
            {t("order.heading", { id: order.id })}
          </h3>
          {order.placedAt && (
            <p className="mt-0.5 text-ink-soft text-sm">
              {t("order.placed", { date: format.date(order.placedAt) })}
            </p>
          )}
        </div>
        <OrderStatusBadge status={order.status} />
      </header>
      {order.shipments.length > 0 && (
        <div className="flex flex-col gap-6 border-line border-b px-4 py-4 sm:px-5">
          {order.shipments.map((shipment, index) => (
            <ShipmentTimeline
              key={shipment.trackingNumbers[0] ?? index}
              shipment={shipment}
              number={index + 1}
              count={order.shipments.length}
            />
          ))}
        </div>
      )}
      <div className="px-4 py-4 sm:px-5">
        <OrderLines order={order} limit={3} />
      </div>
      <footer className="flex items-center justify-between gap-4 bg-sunken/60 px-4 py-2.5 sm:px-5">
        <p className="text-sm">
          <span className="text-ink-soft">{t("order.total")}</span>{" "}
          <span className="font-semibold tabular-nums">
            {format.money(orderTotal(order), order.currency)}
          </span>
        </p>
        <Link
          to="/orders/$orderId"
          params={{ orderId: order.id }}
          className="-me-2 inline-flex min-h-9 items-center gap-1 rounded-lg px-2 font-medium text-brand-ink text-sm hover:underline"
        >
          {t("order.view")}
          <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
        </Link>
      </footer>
    </article>
  );
}
