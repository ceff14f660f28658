import { Link } from "@tanstack/react-router";
import { Check, ChevronRight, CircleCheck, CircleSlash, CircleX, Clock, X } from "lucide-react";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "@/components/ui/badge";
import { cx } from "@/lib/cx";
import { useIdentity } from "@/lib/identity";
import { useErrorText } from "@/lib/use-error-text";
import { type ActionProposal, type ActionState, REPLACED_CODE } from "../model/action";

type Shown = ActionState["status"] | "replaced";

const BADGES = {
  pending: { tone: "warn", Icon: Clock },
  executed: { tone: "good", Icon: Check },
  declined: { tone: "neutral", Icon: X },
  failed: { tone: "bad", Icon: X },
  expired: { tone: "neutral", Icon: Clock },
  replaced: { tone: "neutral", Icon: CircleSlash },
} as const satisfies Record<Shown, { tone: Tone; Icon: typeof Clock }>;

/** The state of an action in one word. */
export function ActionStatusBadge({ state }: { state: ActionState }) {
  const { t } = useTranslation();
  const shown: Shown = state.code === REPLACED_CODE ? "replaced" : state.status;
  const { tone, Icon } = BADGES[shown];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden className="size-3.5" strokeWidth={2.4} />}>
      {t(`actions.status.${shown}`)}
    </Badge>
  );
}

/** What has become of an action in a sentence; empty while it is open. */
export function useResultText(kind: string, state: ActionState): string {
  const { t, i18n } = useTranslation();
  const errorText = useErrorText();
  switch (state.status) {
    case "pending":
      return "";
    case "executed": {
      const key = `actions.executed.${kind}`;
      // The server may have actions that this version has no words for.
      return i18n.exists(key) ? t(key as "actions.executed.other") : t("actions.executed.other");
    }
    case "declined":
      return t("actions.declined");
    case "failed":
      return `${errorText(state.code ?? "unknown")} ${t("actions.nothingChanged")}`;
    case "expired":
      return errorText(state.code ?? "action_expired");
  }
}

interface ActionResultProps {
  ref: Ref<HTMLParagraphElement>;
  proposal: ActionProposal;
  state: ActionState;
}

/** What has become of an action, in its card. */
export function ActionResult({ ref, proposal, state }: ActionResultProps) {
  const { t } = useTranslation();
  const { token } = useIdentity();
  const text = useResultText(proposal.kind, state);
  const executed = state.status === "executed";
  const failed = state.status === "failed";
  const Icon = executed ? CircleCheck : failed ? CircleX : CircleSlash;
  const orderId = state.order?.id ?? proposal.orderId;
  return (
    <div
      className={cx(
        "flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-3 text-sm sm:px-5",
        executed && "bg-good-soft text-good",
        failed && "bg-bad-soft text-bad",
        !executed && !failed && "bg-sunken/60 text-ink-soft",
      )}
    >
      <p
        ref={ref}
        tabIndex={-1}
        className="flex min-w-44 flex-1 items-start gap-2 font-medium outline-none"
      >
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {text}
      </p>
      {executed && orderId !== undefined && token !== undefined && (
        <Link
          to="/orders/$orderId"
          params={{ orderId }}
          className="-me-2 inline-flex min-h-9 items-center gap-1 rounded-lg px-2 font-medium hover:underline"
        >
          {t("order.view")}
          <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
        </Link>
      )}
    </div>
  );
}
