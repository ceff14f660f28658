import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";

const CONFIRMATION_MS = 2000;

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch (error) {
      // Browsers refuse it without permission; the text can still be selected by hand.
      console.warn("The browser did not let us copy", error);
    }
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button look="quiet" className="text-xs" onClick={() => void copy()}>
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite">{copied ? t("chat.copied") : t("chat.copy")}</span>
    </Button>
  );
}
