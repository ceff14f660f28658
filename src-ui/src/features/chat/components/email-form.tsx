import { useMutation } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useChat } from "../hooks/chat-context";
import { useCheckError } from "../hooks/use-check-error";
import { isEmail } from "../model/verification";

interface EmailFormProps {
  /** Called when the shopper sends the form. */
  onAct: () => void;
  onSent: () => void;
}

/** Asks for the e-mail address that a code is to be sent to. */
export function EmailForm({ onAct, onSent }: EmailFormProps) {
  const { t } = useTranslation();
  const { session } = useChat();
  const [email, setEmail] = useState("");
  const [invalid, setInvalid] = useState(false);
  const fieldRef = useRef<HTMLInputElement>(null);
  const sending = useMutation({
    mutationFn: () => session.verifier.requestCode(email.trim()),
    networkMode: "always",
    onSuccess: onSent,
  });
  const { text: refusal, blocked } = useCheckError(sending.error);

  const send = () => {
    if (sending.isPending || blocked) return;
    const wrong = !isEmail(email);
    setInvalid(wrong);
    fieldRef.current?.focus();
    if (wrong) return;
    onAct();
    sending.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex flex-wrap items-start gap-3"
    >
      <div className="min-w-52 flex-1">
        <TextField
          ref={fieldRef}
          data-first-focus
          type="email"
          inputMode="email"
          autoComplete="email"
          dir="ltr"
          label={t("verification.email")}
          hint={t("verification.emailHint")}
          error={invalid ? t("verification.emailInvalid") : refusal}
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
            setInvalid(false);
          }}
          className="rtl:text-end"
        />
      </div>
      <Button
        look="primary"
        type="submit"
        aria-disabled={sending.isPending || blocked}
        className="mt-[1.625rem] min-h-11! aria-disabled:opacity-50 max-sm:mt-0 max-sm:w-full"
      >
        <Mail aria-hidden className="size-4" />
        {t("verification.sendCode")}
      </Button>
    </form>
  );
}
