import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BackLink } from "@/components/ui/back-link";
import { FailureBox } from "@/components/ui/failure-box";
import { Page } from "@/components/ui/page";
import { RichText } from "@/components/ui/rich-text";
import { directionOf } from "@/lib/i18n/locales";
import { useFormat } from "@/lib/i18n/use-format";
import { articleQuery } from "../api/articles";
import { AskPanel } from "./ask-panel";

const route = getRouteApi("/help/$articleId");

export function ArticlePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { articleId } = route.useParams();
  const { data, error, refetch } = useQuery(articleQuery(articleId));
  return (
    <Page
      title={data?.title ?? t("help.title")}
      narrow
      back={<BackLink to="/help">{t("help.back")}</BackLink>}
    >
      {error && !data && <FailureBox error={error} onRetry={() => void refetch()} />}
      {!error && !data && (
        <div aria-hidden className="flex flex-col gap-3">
          {[1, 2, 3, 4, 5].map((line) => (
            <span key={line} className="skeleton h-4 w-full" />
          ))}
        </div>
      )}
      {data && (
        <article lang={data.locale} dir={directionOf(data.locale)}>
          <RichText text={data.body} />
          {data.updatedAt && (
            <p className="mt-6 text-ink-soft text-sm">
              {t("help.updated", { date: format.date(data.updatedAt) })}
            </p>
          )}
        </article>
      )}
      <AskPanel />
    </Page>
  );
}
