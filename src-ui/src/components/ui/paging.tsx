import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

interface PagingProps {
  page: number;
  total: number;
  /** Items on a full page; the first page of a longer list tells it. */
  pageSize: number;
  onChange: (page: number) => void;
}

export function Paging({ page, total, pageSize, onChange }: PagingProps) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(total / Math.max(1, pageSize)));
  if (pages === 1) return null;
  return (
    <nav aria-label={t("paging.label")} className="mt-8 flex items-center justify-center gap-3">
      <Button disabled={page <= 1} onClick={() => onChange(page - 1)}>
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
        {t("paging.previous")}
      </Button>
      <span className="text-ink-soft text-sm tabular-nums">
        {t("paging.position", { page, pages })}
      </span>
      <Button disabled={page >= pages} onClick={() => onChange(page + 1)}>
        {t("paging.next")}
        <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
    </nav>
  );
}
