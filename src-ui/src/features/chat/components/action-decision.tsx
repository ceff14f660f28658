import { Check, CircleAlert, Clock, LoaderCircle } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useErrorText } from "@/lib/use-error-text";
import type { Countdown } from "../hooks/use-countdown";
import type { ActionState, Decision } from "../model/action";
import { VERIFICATION_CODE } from "../model/verification";

interface ActionDecisionProps {
  state: ActionState;
  countdown: Countdown;
  onDecide: (decision: Decision) => void;
}

/** Yes or no, for as long as the action is open. */
export function ActionDecision({ state, countdown, onDecide }: ActionDecisionProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const id = useId();
  const { sending, failure } = state;
  return (
    <div className="flex flex-col gap-3 border-line border-t bg-sunken/60 px-4 py-3 sm:px-5">
      {failure && (
        <p role="alert" className="flex items-start gap-2 text-bad text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {errorText(failure.code)}
            {failure.code !== VERIFICATION_CODE && <> {t("actions.safeToRepeat")}</>}
          </span>
        </p>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p
          id={`${id}-time`}
          className={cx(
            "flex items-center gap-1.5 text-sm tabular-nums",
            countdown.clock === undefined ? "text-ink-soft" : "font-medium text-warn",
          )}
        >
          {countdown.minutes !== undefined && <Clock aria-hidden className="size-4 shrink-0" />}
          {countdown.clock !== undefined
            ? t("actions.clockLeft", { time: countdown.clock })
            : countdown.minutes !== undefined &&
              t("actions.minutesLeft", { count: countdown.minutes })}
        </p>
        <div className="flex flex-1 justify-end gap-2 max-[479px]:basis-full">
          <DecisionButton
            decision="decline"
            label={t(failure?.decision === "decline" ? "actions.declineAgain" : "actions.decline")}
            sending={sending}
            describedBy={`${id}-time`}
            onDecide={onDecide}
          />
          <DecisionButton
            decision="confirm"
            label={t(failure?.decision === "confirm" ? "actions.confirmAgain" : "actions.confirm")}
            sending={sending}
            describedBy={`${id}-time`}
            onDecide={onDecide}
          />
        </div>
      </div>
      <p role="status" className="sr-only">
        {sending && t("actions.sending")}
      </p>
    </div>
  );
}

interface DecisionButtonProps {
  decision: Decision;
  label: string;
  /** The decision that is on its way, which this one need not be. */
  sending: Decision | undefined;
  describedBy: string;
  onDecide: (decision: Decision) => void;
}

function DecisionButton({ decision, label, sending, describedBy, onDecide }: DecisionButtonProps) {
  const confirms = decision === "confirm";
  return (
    <Button
      look={confirms ? "primary" : "secondary"}
      // Not disabled, which would throw the focus away while the answer is awaited.
      aria-disabled={sending !== undefined}
      aria-busy={sending === decision}
      aria-describedby={describedBy}
      onClick={() => sending === undefined && onDecide(decision)}
      className={cx(
        "max-[479px]:flex-1",
        sending !== undefined && "cursor-progress!",
        sending !== undefined && sending !== decision && "opacity-50",
      )}
    >
      {sending === decision && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {confirms && sending !== decision && (
        <Check aria-hidden className="size-4" strokeWidth={2.4} />
      )}
      {label}
    </Button>
  );
}
