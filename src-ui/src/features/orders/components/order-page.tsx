import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { MessageCircleQuestion } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OrderLines } from "@/components/commerce/order-lines";
import { OrderStatusBadge } from "@/components/commerce/order-status-badge";
import { ShipmentTimeline } from "@/components/commerce/shipment-timeline";
import { BackLink } from "@/components/ui/back-link";
import { buttonClass } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { Page } from "@/components/ui/page";
import { type Order, orderTotal, refundedTotal } from "@/lib/domain/order";
import { useFormat } from "@/lib/i18n/use-format";
import { useIdentity } from "@/lib/identity";
import { myOrderQuery } from "../api/orders";
import { SignInPrompt } from "./sign-in-prompt";

const route = getRouteApi("/orders/$orderId");

export function OrderPage() {
  const { t } = useTranslation();
  const { key, token } = useIdentity();
  const { orderId } = route.useParams();
  const { data, error, refetch } = useQuery({
    ...myOrderQuery(key, orderId),
    enabled: token !== undefined,
  });
  return (
    <Page
      title={t("order.heading", { id: orderId })}
      aside={data && <OrderStatusBadge status={data.status} />}
      back={<BackLink to="/orders">{t("order.back")}</BackLink>}
    >
      {token === undefined && <SignInPrompt />}
      {token !== undefined && error && !data && (
        <FailureBox error={error} onRetry={() => void refetch()} />
      )}
      {token !== undefined && !error && !data && <OrderSkeleton />}
      {data && <OrderDetails order={data} />}
    </Page>
  );
}

function OrderDetails({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
      <div className="flex flex-col gap-5">
        {order.shipments.map((shipment, index) => (
          <Panel key={shipment.trackingNumbers[0] ?? index}>
            <ShipmentTimeline
              shipment={shipment}
              number={index + 1}
              count={order.shipments.length}
              headingLevel={2}
            />
          </Panel>
        ))}
        <Panel title={t("order.items")}>
          <OrderLines order={order} />
          <dl className="mt-4 flex flex-col gap-1.5 border-line border-t pt-4">
            <Sum label={t("order.total")} strong>
              {format.money(orderTotal(order), order.currency)}
            </Sum>
            {refundedTotal(order) > 0 && (
              <Sum label={t("order.refunded")}>
                {format.money(refundedTotal(order), order.currency)}
              </Sum>
            )}
          </dl>
        </Panel>
      </div>
      <div className="flex flex-col gap-5">
        <Panel>
          <dl className="flex flex-col gap-4 text-sm">
            {order.placedAt && (
              <Fact label={t("order.placedOn")}>{format.date(order.placedAt)}</Fact>
            )}
            {order.cancelReason && (
              <Fact label={t("order.cancelReason")}>
                <CancelReason reason={order.cancelReason} />
              </Fact>
            )}
            <Fact label={t("order.shipping")}>
              <ShippingAddress order={order} />
            </Fact>
            {order.note && (
              <Fact label={t("order.note")}>
                <bdi>{order.note}</bdi>
              </Fact>
            )}
            <Fact label={t("order.payments")}>
              <ul>
                {order.payments.map((payment, index) => (
                  <li
                    // biome-ignore lint/suspicious/noArrayIndexKey: payments have no id and keep their order
                    key={index}
                    className="flex justify-between gap-4 tabular-nums"
                  >
                    <span>{t(payment.type === "refund" ? "order.refund" : "order.payment")}</span>
                    <span>{format.money(payment.amount, order.currency)}</span>
                  </li>
                ))}
              </ul>
            </Fact>
          </dl>
        </Panel>
        <Link to="/" search={{ order: order.id }} className={buttonClass("secondary")}>
          <MessageCircleQuestion aria-hidden className="size-4.5" />
          {t("order.ask")}
        </Link>
      </div>
    </div>
  );
}

function CancelReason({ reason }: { reason: string }) {
  const { t, i18n } = useTranslation();
  const key = `order.reasons.${reason}`;
  return i18n.exists(key) ? t(key as "order.reasons.other") : t("order.reasons.other");
}

function ShippingAddress({ order }: { order: Order }) {
  const format = useFormat();
  const { line1, line2, city, state, postalCode, country } = order.shippingAddress;
  return (
    <address className="not-italic">
      {[line1, line2, `${postalCode} ${city}`.trim(), state, format.country(country)]
        .filter((line) => line !== "")
        .map((line) => (
          <span key={line} className="block">
            <bdi>{line}</bdi>
          </span>
        ))}
    </address>
  );
}

function Panel({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="rounded-2xl border border-line bg-surface p-4 sm:p-5">
      {title && <h2 className="mb-4 font-semibold">{title}</h2>}
      {children}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-0.5 text-ink-soft text-xs">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface SumProps {
  label: string;
  strong?: boolean;
  children: ReactNode;
}

function Sum({ label, strong, children }: SumProps) {
  return (
    <div className={strong ? "flex justify-between font-semibold" : "flex justify-between text-sm"}>
      <dt>{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}

function OrderSkeleton() {
  return (
    <div aria-hidden className="grid gap-5 lg:grid-cols-[1fr_20rem]">
      <div className="skeleton h-72 rounded-2xl" />
      <div className="skeleton h-56 rounded-2xl" />
    </div>
  );
}
