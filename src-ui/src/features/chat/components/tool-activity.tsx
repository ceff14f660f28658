import { Check, CircleDashed, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ToolActivity as Activity } from "../model/message";

/** What the assistant is doing or has done for this answer, in plain words. */
export function ToolActivity({ tools }: { tools: readonly Activity[] }) {
  const { t, i18n } = useTranslation();
  if (tools.length === 0) return null;
  const words = (activity: Activity) => {
    if (activity.state === "failed") return t(`tools.failed.${failureOf(activity)}`);
    const form = activity.state;
    const key = `tools.${form}.${activity.tool}`;
    // The server may have tools that this version has no words for.
    return i18n.exists(key) ? t(key as "tools.done.other") : t(`tools.${form}.other`);
  };
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-sm">
      {withoutRepeats(tools).map((activity) => (
        <li key={activity.callId} className="flex items-center gap-1.5">
          {activity.state === "running" && (
            <CircleDashed
              aria-hidden
              className="size-3.5 animate-blink text-brand"
              strokeWidth={2.4}
            />
          )}
          {activity.state === "done" && (
            <Check aria-hidden className="size-3.5 text-good" strokeWidth={2.6} />
          )}
          {activity.state === "failed" && <X aria-hidden className="size-3.5" strokeWidth={2.4} />}
          {words(activity)}
        </li>
      ))}
    </ul>
  );
}

type Failure = "unknown" | "identity" | "action" | "lookup";

const ACTIONS = new Set([
  "cancelOrder",
  "changeShippingAddress",
  "changePaymentMethod",
  "changeItems",
  "exchangeItems",
  "returnItems",
  "updateMyAddress",
]);

/** The kind of failure, as far as it is worth telling: the answer says the rest. */
function failureOf({ tool, code }: Activity): Failure {
  if (code === "verification_required") return "identity";
  if (code?.endsWith("_not_found")) return "unknown";
  return ACTIONS.has(tool) ? "action" : "lookup";
}

/** Of several calls of one tool only the last is worth a line. */
function withoutRepeats(tools: readonly Activity[]): Activity[] {
  return tools.filter((activity, index) => {
    const next = tools.slice(index + 1);
    return !next.some((later) => later.tool === activity.tool);
  });
}
