import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { ShopText } from "@/components/ui/shop-text";
import { useChat } from "../hooks/chat-context";
import type { Choice } from "../model/chat-event";

interface ChoicesProps {
  choices: readonly Choice[];
}

/** Answers that the shopper can give with one click. */
export function Choices({ choices }: ChoicesProps) {
  const { t } = useTranslation();
  const { session, busy } = useChat();
  if (choices.length === 0) return null;
  return (
    <ul aria-label={t("chat.choices")} className="flex flex-wrap gap-2">
      {choices.map((choice) => (
        <li key={choice.label}>
          <Button look="pill" disabled={busy} onClick={() => void session.send(choice.text)}>
            <ShopText text={choice.label} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
