import { Link } from "@tanstack/react-router";
import { BookOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import type { Citation } from "../model/chat-event";

/** The help articles that an answer rests on. */
export function Citations({ citations }: { citations: readonly Citation[] }) {
  const { t } = useTranslation();
  if (citations.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span className="text-ink-soft">{t("chat.sources")}</span>
      <ul className="contents">
        {citations.map((citation) => (
          <li key={citation.articleId} className="min-w-0">
            <Link
              to="/help/$articleId"
              params={{ articleId: citation.articleId }}
              className="inline-flex max-w-full items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 py-1 font-medium text-brand-ink hover:border-brand hover:bg-brand-soft"
            >
              <BookOpen aria-hidden className="size-3.5 shrink-0" />
              <ShopText text={citation.title} className="truncate" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
