import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { buttonClass } from "@/components/ui/button";

/** The way on for a reader whose question is still open. */
export function AskPanel() {
  const { t } = useTranslation();
  return (
    <aside className="mt-10 flex flex-wrap items-center justify-between gap-4 rounded-2xl bg-brand-soft px-5 py-4">
      <p className="font-semibold text-brand-ink">{t("help.still")}</p>
      <Link to="/" className={buttonClass("primary")}>
        {t("help.ask")}
      </Link>
    </aside>
  );
}
