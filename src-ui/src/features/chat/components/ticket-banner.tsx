import { Headset } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Ticket } from "../model/chat-event";

/** Where the shopper's request to a person stands. */
export function TicketBanner({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const reference = ticketReference(ticket.ticketId);
  const claimed = ticket.state === "claimed";
  const resolved = ticket.state === "resolved";
  return (
    <section
      role="status"
      className="flex animate-rise items-start gap-3 rounded-2xl bg-info-soft px-4 py-3 text-info text-sm"
    >
      <Headset aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="break-anywhere min-w-0">
        {claimed && <p className="font-semibold">{t("handoff.claimed")}</p>}
        {resolved && <p>{t("handoff.resolved", { ticket: reference })}</p>}
        {!claimed && !resolved && (
          <>
            <p className="font-semibold">
              {t("handoff.title")}
              {ticket.position !== undefined && (
                <> · {t("handoff.position", { count: ticket.position })}</>
              )}
            </p>
            <p className="opacity-90">{t("handoff.text", { ticket: reference })}</p>
          </>
        )}
      </div>
    </section>
  );
}

/** Short enough to be read out on the phone; the first part of an id is unique enough for that. */
function ticketReference(ticketId: string): string {
  return ticketId.split("-", 1)[0]?.toUpperCase() ?? ticketId;
}
