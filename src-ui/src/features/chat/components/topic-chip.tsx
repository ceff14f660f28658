import { useNavigate } from "@tanstack/react-router";
import { Tag, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useTopic } from "../hooks/use-topic";

interface TopicChipProps {
  /** The button that had the focus is gone then. */
  onRemoved: () => void;
}

/** What the next questions are about, until the shopper takes it away. */
export function TopicChip({ onRemoved }: TopicChipProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const topic = useTopic();
  if (!topic) return null;
  const { name } = topic;
  const remove = t("about.remove", { name });
  return (
    <p className="flex max-w-full animate-rise items-center gap-2 self-start rounded-full border border-line bg-brand-soft py-1 ps-3.5 pe-1 font-medium text-brand-ink text-sm">
      <Tag aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{t("about.label", { name })}</span>
      <button
        type="button"
        aria-label={remove}
        title={remove}
        onClick={() => {
          void navigate({ to: ".", search: {} });
          onRemoved();
        }}
        className="grid size-7 shrink-0 place-items-center rounded-full transition-colors hover:bg-surface"
      >
        <X aria-hidden className="size-4" />
      </button>
    </p>
  );
}
