import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { errorCode } from "@/lib/api-error";
import { cx } from "@/lib/cx";
import { useShopConfig } from "@/lib/shop-config";
import { useChat } from "../hooks/chat-context";
import { useCheckError } from "../hooks/use-check-error";
import { useCountdown } from "../hooks/use-countdown";
import { CODE_LENGTH, type CodeCheck, codeDigits } from "../model/verification";
import { DemoMailbox } from "./demo-mailbox";

interface CodeEntryProps {
  check: CodeCheck;
  /** Called when the shopper sends the form. */
  onAct: () => void;
  /** Called when the shopper wants to give another address, or to go another way. */
  onOtherWay: () => void;
}

/** Asks for the code from the mail, and has a new one sent when that one is of no use. */
export function CodeEntry({ check, onAct, onOtherWay }: CodeEntryProps) {
  const { t } = useTranslation();
  const { session } = useChat();
  const { demo } = useShopConfig();
  const [code, setCode] = useState("");
  const [incomplete, setIncomplete] = useState(false);
  const fieldRef = useRef<HTMLInputElement>(null);
  const countdown = useCountdown(check.expiresAt, true);
  const submitting = useMutation({
    mutationFn: () => session.verifier.submitCode(code),
    networkMode: "always",
    onError: (error) => {
      if (errorCode(error) === "code_invalid") setCode("");
      fieldRef.current?.focus();
    },
  });
  const resending = useMutation({
    mutationFn: (email: string) => session.verifier.requestCode(email),
    networkMode: "always",
    onSuccess: () => {
      submitting.reset();
      setCode("");
      fieldRef.current?.focus();
    },
  });
  const submitError = useCheckError(submitting.error);
  const resendError = useCheckError(resending.error);

  const usedUp = check.triesLeft === 0 || countdown.over;
  const submit = () => {
    if (submitting.isPending || submitError.blocked || usedUp) return;
    const short = code.length < CODE_LENGTH;
    setIncomplete(short);
    fieldRef.current?.focus();
    if (short) return;
    onAct();
    submitting.mutate();
  };
  const sendAgain = () => {
    if (check.email === undefined) onOtherWay();
    else if (!resending.isPending && !resendError.blocked) resending.mutate(check.email);
  };
  const wrongCode = submitting.error && errorCode(submitting.error) === "code_invalid";
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-col gap-3"
      >
        <div className="flex flex-wrap items-start gap-3">
          <div className="min-w-52 flex-1 sm:max-w-64">
            <TextField
              ref={fieldRef}
              data-first-focus
              inputMode="numeric"
              autoComplete="one-time-code"
              dir="ltr"
              label={t("verification.code")}
              error={
                incomplete
                  ? t("verification.codeIncomplete")
                  : usedUp
                    ? undefined
                    : submitError.text
              }
              hint={codeHint()}
              value={code}
              onChange={(event) => {
                setCode(codeDigits(event.target.value));
                setIncomplete(false);
              }}
              className="font-semibold text-lg tabular-nums tracking-[0.3em]"
            />
          </div>
          <Button
            look="primary"
            type="submit"
            aria-disabled={submitting.isPending || submitError.blocked || usedUp}
            className="mt-[1.625rem] min-h-11! aria-disabled:opacity-50 max-sm:mt-0 max-sm:w-full"
          >
            {t("verification.submitCode")}
          </Button>
        </div>
        {usedUp && (
          <p role="alert" className="rounded-xl bg-warn-soft px-3.5 py-2.5 text-sm text-warn">
            {t(countdown.over ? "verification.codeExpired" : "verification.noTries")}
          </p>
        )}
      </form>
      <div className="-ms-2.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <Button
          look={usedUp ? "primary" : "quiet"}
          aria-disabled={resending.isPending || resendError.blocked}
          className={cx("aria-disabled:opacity-50", usedUp && "ms-2.5")}
          onClick={sendAgain}
        >
          {t("verification.sendAgain")}
        </Button>
        <Button look="quiet" onClick={onOtherWay}>
          {t("verification.otherWay")}
        </Button>
        <p role="status" className="text-good text-sm">
          {resending.isSuccess && !wrongCode && t("verification.sentAgain")}
        </p>
        {resendError.text && (
          <p role="alert" className="ms-2.5 basis-full text-bad text-sm">
            {resendError.text}
          </p>
        )}
      </div>
      {demo && <DemoMailbox email={check.email} />}
    </>
  );

  function codeHint(): string | undefined {
    if (usedUp) return undefined;
    const { triesLeft } = check;
    const parts = [
      triesLeft !== undefined && t("verification.triesLeft", { count: triesLeft }),
      countdown.clock !== undefined
        ? t("verification.clockLeft", { time: countdown.clock })
        : countdown.minutes !== undefined &&
          t("verification.minutesLeft", { count: countdown.minutes }),
    ].filter((part) => part !== false);
    return parts.join(" · ") || undefined;
  }
}
