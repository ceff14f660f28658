import { useMutation } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useChat } from "../hooks/chat-context";
import { useCheckError } from "../hooks/use-check-error";
import { isEmail } from "../model/verification";

interface OrderLookupFormProps {
  /** Called when the shopper sends the form. */
  onAct: () => void;
}

/** Asks for an order's number and what only its owner knows. */
export function OrderLookupForm({ onAct }: OrderLookupFormProps) {
  const { t } = useTranslation();
  const { session } = useChat();
  const [orderId, setOrderId] = useState("");
  const [proof, setProof] = useState("");
  const [missing, setMissing] = useState<"orderId" | "proof">();
  const orderRef = useRef<HTMLInputElement>(null);
  const proofRef = useRef<HTMLInputElement>(null);
  const lookup = useMutation({
    mutationFn: () =>
      session.verifier.lookUpOrder({
        orderId: orderId.trim(),
        ...(isEmail(proof) ? { email: proof.trim() } : { postalCode: proof.trim() }),
      }),
    networkMode: "always",
  });
  const { text: refusal, blocked } = useCheckError(lookup.error);
  const mismatch = lookup.data === false ? t("verification.noMatch") : undefined;

  const send = () => {
    if (lookup.isPending || blocked) return;
    const gap = orderId.trim() === "" ? "orderId" : proof.trim() === "" ? "proof" : undefined;
    setMissing(gap);
    if (gap) {
      (gap === "orderId" ? orderRef : proofRef).current?.focus();
      return;
    }
    onAct();
    lookup.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex flex-col gap-3"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          ref={orderRef}
          data-first-focus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          label={t("verification.orderNumber")}
          hint={t("verification.orderNumberHint")}
          error={missing === "orderId" ? t("verification.required") : undefined}
          value={orderId}
          onChange={(event) => setOrderId(event.target.value)}
        />
        <TextField
          ref={proofRef}
          autoComplete="on"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          label={t("verification.proof")}
          hint={t("verification.proofHint")}
          error={missing === "proof" ? t("verification.required") : undefined}
          value={proof}
          onChange={(event) => setProof(event.target.value)}
        />
      </div>
      {(refusal ?? mismatch) && !lookup.isPending && (
        <p role="alert" className="rounded-xl bg-warn-soft px-3.5 py-2.5 text-sm text-warn">
          {refusal ?? mismatch}
        </p>
      )}
      <Button
        look="primary"
        type="submit"
        aria-disabled={lookup.isPending || blocked}
        className="self-start aria-disabled:opacity-50 max-sm:w-full"
      >
        <Search aria-hidden className="size-4" />
        {t("verification.lookUp")}
      </Button>
    </form>
  );
}
