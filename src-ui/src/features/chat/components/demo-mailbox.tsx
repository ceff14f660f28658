import { useQuery } from "@tanstack/react-query";
import { Mailbox } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { errorCode } from "@/lib/api-error";
import { useFormat } from "@/lib/i18n/use-format";
import { useErrorText } from "@/lib/use-error-text";
import { demoOutboxQuery } from "../api/demo-outbox";

interface DemoMailboxProps {
  /** Whose mail is shown; everyone's when it is not known. */
  email: string | undefined;
}

/** A demo shop sends no mail; here it can be read all the same. */
export function DemoMailbox({ email }: DemoMailboxProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error, isFetching, refetch } = useQuery({ ...demoOutboxQuery, enabled: false });
  const newest = data?.find(
    (mail) => email === undefined || mail.to.toLowerCase() === email.toLowerCase(),
  );
  return (
    <section
      aria-label={t("demoMailbox.title")}
      className="rounded-xl border border-line-strong/60 border-dashed p-3.5 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Mailbox aria-hidden className="size-5 shrink-0 text-ink-soft max-sm:hidden" />
        <p className="min-w-40 flex-1 text-pretty text-ink-soft">{t("demoMailbox.text")}</p>
        <Button
          aria-disabled={isFetching}
          className="min-h-9! px-3!"
          onClick={() => !isFetching && void refetch()}
        >
          {t(data ? "demoMailbox.again" : "demoMailbox.open")}
        </Button>
      </div>
      <div role="status" className="not-empty:mt-3">
        {data && newest && (
          <article className="rounded-lg bg-sunken p-3">
            <p className="flex flex-wrap justify-between gap-x-4 text-ink-soft text-xs">
              <span className="break-anywhere">{t("demoMailbox.to", { email: newest.to })}</span>
              <time dateTime={newest.at}>{format.time(newest.at)}</time>
            </p>
            <h4 className="mt-1 font-semibold">{newest.subject}</h4>
            <p className="break-anywhere mt-1 whitespace-pre-wrap">{newest.text}</p>
          </article>
        )}
        {data && !newest && <p className="text-ink-soft">{t("demoMailbox.empty")}</p>}
        {error && <p className="text-bad">{errorText(errorCode(error))}</p>}
      </div>
    </section>
  );
}
