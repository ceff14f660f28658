import {
  ArrowLeftRight,
  Ban,
  CreditCard,
  House,
  MapPin,
  PenLine,
  Replace,
  Undo2,
} from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import { cx } from "@/lib/cx";
import { useChat } from "../hooks/chat-context";
import { useCountdown } from "../hooks/use-countdown";
import type { ActionProposal, ActionState, Decision } from "../model/action";
import { ActionDecision } from "./action-decision";
import { ActionResult, ActionStatusBadge, useResultText } from "./action-result";

const ICONS = {
  cancelOrder: Ban,
  changeShippingAddress: MapPin,
  changePaymentMethod: CreditCard,
  changeItems: Replace,
  exchangeItems: ArrowLeftRight,
  returnItems: Undo2,
  updateMyAddress: House,
  other: PenLine,
} as const;

const OPEN: ActionState = { status: "pending" };
const EXPIRED: ActionState = { status: "expired" };

/** What the assistant would do, with every amount, and the shopper's decision on it. */
export function ActionCard({ proposal }: { proposal: ActionProposal }) {
  const { t } = useTranslation();
  const { session, actions } = useChat();
  const id = useId();
  const told = actions[proposal.actionId] ?? OPEN;
  const pending = told.status === "pending";
  const countdown = useCountdown(proposal.expiresAt, pending);
  // A decision that is on its way when the time runs out may still have come in time.
  const state = pending && countdown.over && !told.sending ? EXPIRED : told;
  const open = state.status === "pending";

  const decidedHere = useRef(false);
  const wasOpen = useRef(open);
  const resultRef = useRef<HTMLParagraphElement>(null);
  const [aloud, setAloud] = useState(false);
  useEffect(() => {
    const ended = wasOpen.current && !open;
    wasOpen.current = open;
    if (!ended) return;
    // The button that had the focus is gone; a shopper who has gone on elsewhere is left there.
    const focusLost = document.activeElement === document.body;
    if (decidedHere.current && focusLost) resultRef.current?.focus();
    else setAloud(true);
  }, [open]);
  const decide = (decision: Decision) => {
    decidedHere.current = true;
    void session.actions.decide(proposal.actionId, decision);
  };

  const kind = proposal.kind in ICONS ? (proposal.kind as keyof typeof ICONS) : "other";
  const Icon = ICONS[kind];
  const resultText = useResultText(proposal.kind, state);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this has none
    <div
      role="group"
      aria-labelledby={`${id}-kind ${id}-summary`}
      data-awaits-shopper={open || undefined}
      className={cx(
        "animate-rise overflow-hidden rounded-2xl border bg-surface",
        open ? "border-line-strong/50 shadow-lift" : "border-line",
      )}
    >
      <div className="flex items-start gap-3 px-4 pt-4 pb-3.5 sm:px-5">
        <span
          className={cx(
            "grid size-10 shrink-0 place-items-center rounded-xl max-[379px]:hidden",
            open ? "bg-brand-soft text-brand-ink" : "bg-sunken text-ink-soft",
          )}
        >
          <Icon aria-hidden className="size-5" />
        </span>
        <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="break-anywhere min-w-40 flex-1">
            <p id={`${id}-kind`} className="text-ink-soft text-xs">
              {t(`actions.kinds.${kind}`)}
            </p>
            <h3 id={`${id}-summary`} className="mt-0.5 font-semibold leading-snug">
              <ShopText text={proposal.summary || t(`actions.kinds.${kind}`)} />
            </h3>
          </div>
          <ActionStatusBadge state={state} />
        </div>
      </div>
      {proposal.lines.length > 0 && (
        <dl
          className={cx(
            "mx-4 divide-y divide-line border-line border-t text-sm sm:mx-5",
            !open && state.status !== "executed" && "text-ink-soft",
          )}
        >
          {proposal.lines.map((line, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a proposal never change
              key={index}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5"
            >
              <dt className="text-ink-soft">
                <ShopText text={line.label} />
              </dt>
              <dd className="break-anywhere ms-auto text-end font-medium tabular-nums">
                <ShopText text={line.value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {open ? (
        <ActionDecision state={state} countdown={countdown} onDecide={decide} />
      ) : (
        <ActionResult ref={resultRef} proposal={proposal} state={state} />
      )}
      <p role="status" className="sr-only">
        {open && countdown.clock !== undefined && t("actions.lastMinutes")}
        {!open && aloud && resultText}
      </p>
    </div>
  );
}
