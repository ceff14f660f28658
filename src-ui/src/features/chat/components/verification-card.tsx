import { LockKeyhole } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useIdentity } from "@/lib/identity";
import { requestSignIn, useSignInOffered } from "@/lib/sign-in-request";
import { useChat } from "../hooks/chat-context";
import { useCountdown } from "../hooks/use-countdown";
import { CodeEntry } from "./code-entry";
import { EmailForm } from "./email-form";
import { OrderLookupForm } from "./order-lookup-form";
import { Verified } from "./verified";

type Method = "code" | "order";

const METHODS: Method[] = ["code", "order"];

/** Lets a guest show who is asking, at the answer that needs it. A signed-in shopper is known. */
export default function VerificationCard() {
  const { t } = useTranslation();
  const { token } = useIdentity();
  const { verification } = useChat();
  const id = useId();
  const groupRef = useRef<HTMLDivElement>(null);
  // A page that is loaded anew must not take the focus; a shopper who has just done a step expects it.
  const [acted, setActed] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const holds = useCountdown(verification.verifiedUntil, verification.done);
  const done = verification.done && !holds.over;
  const { check, actionId } = verification;
  const step = done ? "done" : check && !choosing ? "check" : "choose";
  const shownStep = useRef(step);

  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    if (acted) focusFirst(groupRef.current);
  }, [step, acted]);
  useEffect(() => {
    // The shopper has just confirmed something, and must do this first.
    if (actionId !== undefined) focusFirst(groupRef.current);
  }, [actionId]);

  if (token !== undefined) return null;
  const choose = (wanted: boolean) => {
    setActed(true);
    setChoosing(wanted);
  };
  const introduction = () => {
    if (!check || choosing) return t("verification.text");
    return check.email === undefined
      ? t("verification.codeSent")
      : t("verification.codeSentTo", { email: check.email });
  };
  const onAct = () => setActed(true);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the fields are in forms inside, with legends of their own
    <div
      ref={groupRef}
      role="group"
      aria-labelledby={`${id}-title`}
      data-awaits-shopper={!done || undefined}
      className={cx(
        "animate-rise overflow-hidden rounded-2xl border bg-surface",
        done ? "border-line" : "border-line-strong/50 shadow-lift",
      )}
    >
      {done ? (
        <Verified titleId={`${id}-title`} verification={verification} />
      ) : (
        <div className="flex flex-col gap-4 p-4 sm:p-5">
          <div className="flex items-start gap-3">
            <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-brand-soft text-brand-ink max-[379px]:hidden">
              <LockKeyhole aria-hidden className="size-5" />
            </span>
            <div className="min-w-0 flex-1">
              <h3 id={`${id}-title`} className="font-semibold leading-snug">
                {t("verification.title")}
              </h3>
              <p className="break-anywhere mt-0.5 text-pretty text-ink-soft text-sm">
                {introduction()}
              </p>
            </div>
          </div>
          {check && !choosing ? (
            <CodeEntry check={check} onAct={onAct} onOtherWay={() => choose(true)} />
          ) : (
            <Methods
              onAct={onAct}
              onSent={() => setChoosing(false)}
              onHaveCode={check && (() => choose(false))}
            />
          )}
        </div>
      )}
    </div>
  );
}

function focusFirst(group: HTMLElement | null): void {
  group?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
}

interface MethodsProps {
  onAct: () => void;
  onSent: () => void;
  /** Absent when no code has been sent. */
  onHaveCode: (() => void) | undefined;
}

function Methods({ onAct, onSent, onHaveCode }: MethodsProps) {
  const { t } = useTranslation();
  const signInOffered = useSignInOffered();
  const [method, setMethod] = useState<Method>("code");
  const name = useId();
  return (
    <>
      <fieldset>
        <legend className="sr-only">{t("verification.methods")}</legend>
        <div className="grid grid-cols-2 gap-1 rounded-xl bg-sunken p-1">
          {METHODS.map((entry) => (
            <label
              key={entry}
              className={cx(
                "flex min-h-9 cursor-pointer items-center justify-center rounded-lg px-2 py-1.5 text-center font-medium text-sm leading-tight transition-colors has-focus-visible:outline-2 has-focus-visible:outline-brand",
                method === entry
                  ? "bg-surface text-brand-ink shadow-lift dark:bg-brand-soft"
                  : "text-ink-soft hover:text-ink",
              )}
            >
              <input
                type="radio"
                name={name}
                value={entry}
                checked={method === entry}
                onChange={() => setMethod(entry)}
                className="sr-only"
              />
              {t(entry === "code" ? "verification.byCode" : "verification.byOrder")}
            </label>
          ))}
        </div>
      </fieldset>
      {method === "code" ? (
        <EmailForm onAct={onAct} onSent={onSent} />
      ) : (
        <OrderLookupForm onAct={onAct} />
      )}
      {onHaveCode && (
        <Button look="quiet" className="-ms-2.5 self-start" onClick={onHaveCode}>
          {t("verification.haveCode")}
        </Button>
      )}
      {signInOffered && (
        <p className="-mb-2 flex flex-wrap items-center gap-x-1 border-line border-t pt-2 text-ink-soft text-sm">
          {t("verification.account")}
          <Button look="quiet" className="text-brand-ink!" onClick={requestSignIn}>
            {t("verification.signIn")}
          </Button>
        </p>
      )}
    </>
  );
}
