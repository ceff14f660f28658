import { LockKeyhole } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useShopConfig } from "@/lib/shop-config";
import { requestSignIn } from "@/lib/sign-in-request";

/** Shown when an answer needs to know who is asking. */
export function VerificationNotice() {
  const { t } = useTranslation();
  const { demo } = useShopConfig();
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl border border-line bg-surface p-4 shadow-lift">
      <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-warn-soft text-warn">
        <LockKeyhole aria-hidden className="size-5" />
      </span>
      <div className="min-w-48 flex-1">
        <h3 className="font-semibold">{t("verification.title")}</h3>
        <p className="text-ink-soft text-sm">{t("verification.text")}</p>
      </div>
      {demo && (
        <Button look="primary" onClick={requestSignIn}>
          {t("verification.signIn")}
        </Button>
      )}
    </section>
  );
}
