import { CircleAlert, RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/lib/use-error-text";
import { useChat } from "../hooks/chat-context";
import type { Failure } from "../model/message";

interface AnswerFailureProps {
  answerKey: string;
  failure: Failure;
}

/** Tells why there is no answer, and offers to ask again where that can help. */
export function AnswerFailure({ answerKey, failure }: AnswerFailureProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { session, busy, lastAnswerKey } = useChat();
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl bg-bad-soft px-4 py-3 text-bad"
    >
      <p className="flex min-w-48 flex-1 items-start gap-2 text-sm">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {errorText(failure.code, failure.message)}
      </p>
      {failure.retryable && answerKey === lastAnswerKey && (
        <Button disabled={busy} onClick={() => void session.retry(answerKey)}>
          <RotateCw aria-hidden className="size-4" />
          {t("chat.retry")}
        </Button>
      )}
    </div>
  );
}
