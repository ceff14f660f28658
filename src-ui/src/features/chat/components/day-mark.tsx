import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/i18n/use-format";

/** The day from which on the messages below are; nothing while that is the day of those above. */
export function DayMark({ at, previousAt }: { at: string; previousAt: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = dayOf(at);
  const today = dayOf(new Date().toISOString());
  if (day === undefined || day === dayOf(previousAt)) return null;
  // A conversation of today needs no word about it.
  if (previousAt === undefined && day === today) return null;
  const yesterday = dayOf(new Date(Date.now() - DAY_MS).toISOString());
  return (
    <p className="flex items-center gap-3 pb-7 text-ink-soft text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <time dateTime={at}>
        {day === today
          ? t("status.today")
          : day === yesterday
            ? t("status.yesterday")
            : format.date(at)}
      </time>
    </p>
  );
}

const DAY_MS = 24 * 60 * 60_000;

/** The reader's own day. */
function dayOf(iso: string | undefined): string | undefined {
  const date = new Date(iso ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date.toDateString();
}
