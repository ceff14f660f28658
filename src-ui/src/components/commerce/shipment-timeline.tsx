import { Box, CircleAlert, House, MapPin, Truck, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import { cx } from "@/lib/cx";
import type { Shipment, ShipmentEvent } from "@/lib/domain/order";
import { useFormat } from "@/lib/i18n/use-format";

interface ShipmentTimelineProps {
  shipment: Shipment;
  /** Which of several parcels this is, counted from 1. */
  number: number;
  count: number;
  headingLevel?: 2 | 4;
}

const STEPS = ["label_created", "in_transit", "out_for_delivery", "delivered"] as const;
const STEP_NAMES: readonly string[] = STEPS;
const STEP_ICONS = {
  label_created: Box,
  in_transit: Truck,
  out_for_delivery: MapPin,
  delivered: House,
};
const NEWEST_SHOWN = 2;

/** Where a parcel is: four steps, who carries it, and what happened to it, newest first. */
export function ShipmentTimeline({
  shipment,
  number,
  count,
  headingLevel = 4,
}: ShipmentTimelineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Heading = `h${headingLevel}` as const;
  const events = [...shipment.events].sort((a, b) => b.at.localeCompare(a.at));
  const earlier = events.slice(NEWEST_SHOWN);
  const arriving = shipment.expectedAt && shipment.status !== "delivered";
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading className="font-semibold">
          {count > 1 ? t("shipment.nth", { number, count }) : t("shipment.heading")}
        </Heading>
        {arriving && (
          <p className="font-medium text-brand-ink text-sm">
            {t("shipment.expected", { date: format.day(shipment.expectedAt) })}
          </p>
        )}
      </div>
      <ShipmentSteps status={shipment.status} />
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 text-sm min-[420px]:grid-cols-2">
        {shipment.carrier && (
          <div>
            <dt className="text-ink-soft text-xs">{t("shipment.carrier")}</dt>
            <dd className="font-medium">
              <bdi>{shipment.carrier}</bdi>
            </dd>
          </div>
        )}
        {shipment.trackingNumbers.length > 0 && (
          <div>
            <dt className="text-ink-soft text-xs">{t("shipment.tracking")}</dt>
            <dd className="break-anywhere select-all font-medium tabular-nums">
              <bdi>{shipment.trackingNumbers.join(", ")}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {events.length > 0 && (
        <div>
          <EventList events={events.slice(0, NEWEST_SHOWN)} newest={true} />
          {earlier.length > 0 && (
            <details className="group mt-3">
              <summary className="inline-flex list-none rounded-md font-medium text-brand-ink text-sm hover:underline group-open:hidden">
                {t("shipment.showAll", { count: earlier.length })}
              </summary>
              <EventList events={earlier} newest={false} />
            </details>
          )}
        </div>
      )}
    </section>
  );
}

function ShipmentSteps({ status }: { status: string | undefined }) {
  const { t } = useTranslation();
  if (status === "delayed" || status === "returned") {
    const Icon = status === "delayed" ? CircleAlert : Undo2;
    return (
      <p className="flex items-center gap-2 rounded-xl bg-warn-soft px-3 py-2 font-medium text-sm text-warn">
        <Icon aria-hidden className="size-4.5" />
        {t(`shipment.status.${status}`)}
      </p>
    );
  }
  const reached = STEP_NAMES.indexOf(status ?? "");
  if (reached < 0) return null;
  return (
    <ol aria-label={t("shipment.progress")} className="grid grid-cols-4">
      {STEPS.map((step, index) => {
        const Icon = STEP_ICONS[step];
        const done = index <= reached;
        return (
          <li
            key={step}
            aria-current={index === reached ? "step" : undefined}
            className="relative flex flex-col items-center gap-1.5 text-center"
          >
            {index > 0 && (
              <span
                aria-hidden
                className={cx("absolute end-1/2 top-4 h-0.5 w-full", done ? "bg-brand" : "bg-line")}
              />
            )}
            <span
              className={cx(
                "z-1 grid size-8 place-items-center rounded-full ring-4 ring-surface",
                done ? "bg-brand text-on-brand" : "bg-sunken text-ink-soft",
              )}
            >
              <Icon aria-hidden className="size-4" />
            </span>
            <span
              className={cx(
                "text-[0.6875rem] leading-tight sm:text-xs",
                index === reached ? "font-semibold text-ink" : "text-ink-soft",
              )}
            >
              {t(`shipment.steps.${step}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

interface EventListProps {
  events: ShipmentEvent[];
  newest: boolean;
}

function EventList({ events, newest }: EventListProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <ol className="border-line border-s ps-4 text-sm">
      {events.map((event, index) => {
        const key = `shipment.status.${event.status}`;
        const status = i18n.exists(key)
          ? t(key as "shipment.status.other")
          : t("shipment.status.other");
        return (
          <li key={`${event.at} ${event.status}`} className="relative pb-3 last:pb-0">
            <span
              aria-hidden
              className={cx(
                "-start-[1.3125rem] absolute top-1.5 size-2.5 rounded-full border-2 border-surface",
                newest && index === 0 ? "bg-brand ring-2 ring-brand/25" : "bg-line-strong",
              )}
            />
            <p className={newest && index === 0 ? "font-medium" : undefined}>
              <ShopText text={event.text ?? status} />
            </p>
            <p className="text-ink-soft text-xs">
              <time dateTime={event.at}>{format.dateTime(event.at)}</time>
              {event.location && (
                <>
                  {" · "}
                  <bdi>{event.location}</bdi>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
