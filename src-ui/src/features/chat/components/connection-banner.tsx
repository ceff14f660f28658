import { WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ThreadState } from "../model/thread";

/** Says that there is no line to the shop, and that nothing is lost by it. */
export function ConnectionBanner({ state }: { state: ThreadState }) {
  const { t } = useTranslation();
  const reconnecting = state.connection === "reconnecting";
  return (
    <div role="status">
      {state.offline && (
        <p className="flex animate-rise items-start gap-2.5 rounded-2xl bg-warn-soft px-4 py-2.5 text-sm text-warn">
          <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <span className="font-semibold">{t("status.offline")}</span> {t("status.offlineText")}
          </span>
        </p>
      )}
      {!state.offline && reconnecting && (
        <p className="flex items-center gap-2 px-2 text-ink-soft text-sm">
          <WifiOff aria-hidden className="size-4" />
          {t("chat.reconnecting")}
        </p>
      )}
    </div>
  );
}
