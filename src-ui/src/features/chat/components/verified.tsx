import { RotateCw, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useFormat } from "@/lib/i18n/use-format";
import { useChat } from "../hooks/chat-context";
import type { Verification } from "../model/verification";

interface VerifiedProps {
  titleId: string;
  verification: Verification;
}

/** Says for how long it is known who is asking, and takes up what was left open before. */
export function Verified({ titleId, verification }: VerifiedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { session, busy, actions, interruptedQuestion: question } = useChat();
  const { level, verifiedUntil, actionId } = verification;
  const waits = actionId !== undefined && actions[actionId]?.status === "pending";
  const time = format.time(verifiedUntil);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:px-5">
      <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-good-soft text-good">
        <ShieldCheck aria-hidden className="size-5" />
      </span>
      <div className="min-w-44 flex-1">
        <h3
          id={titleId}
          tabIndex={-1}
          data-first-focus
          className="font-semibold leading-snug outline-none"
        >
          {t("verification.done")}
        </h3>
        <p className="text-pretty text-ink-soft text-sm">
          {level === "order" && t("verification.doneOrder")}
          {level === "customer" && time !== "" && t("verification.doneUntil", { time })}
          {waits && <> {t("verification.confirmNow")}</>}
        </p>
      </div>
      {question !== undefined && (
        <Button
          look="primary"
          disabled={busy}
          title={question}
          className="max-sm:w-full"
          onClick={() => void session.send(question)}
        >
          <RotateCw aria-hidden className="size-4" />
          {t("verification.repeat")}
        </Button>
      )}
    </div>
  );
}
