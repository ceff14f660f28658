import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, errorCode } from "@/lib/api-error";
import { useFormat } from "@/lib/i18n/use-format";
import { useErrorText } from "@/lib/use-error-text";

export interface CheckError {
  /** Words for the failure, with the time at which a new try makes sense. */
  text?: string;
  /** Whether a new try would only be refused again. */
  blocked: boolean;
}

/** What to say about a failed check of who is asking. */
export function useCheckError(error: Error | null): CheckError {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const retryAt = error instanceof ApiError ? error.retryAt : undefined;
  const blocked = useIsBefore(retryAt);
  if (!error || (retryAt && !blocked)) return { blocked: false };
  return retryAt
    ? { text: t("verification.retryAt", { time: format.time(retryAt.toISOString()) }), blocked }
    : { text: errorText(errorCode(error)), blocked: false };
}

function useIsBefore(moment: Date | undefined): boolean {
  const [passed, setPassed] = useState<Date>();
  useEffect(() => {
    if (!moment) return;
    const timer = setTimeout(() => setPassed(moment), Math.max(0, moment.getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== undefined && passed !== moment;
}
