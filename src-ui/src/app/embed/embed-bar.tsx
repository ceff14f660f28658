import { useNavigate } from "@tanstack/react-router";
import { ArrowLeft, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useEmbeddingHost } from "./host-context";
import type { Topic } from "./use-host";

interface EmbedBarProps {
  topic: Topic;
}

/** The way back from a page that an answer led to. */
export function EmbedBar({ topic }: EmbedBarProps) {
  const { t } = useTranslation();
  const host = useEmbeddingHost();
  const navigate = useNavigate();
  const backRef = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The link that led here is gone, and the focus with it.
    backRef.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="flex items-center justify-between gap-2 border-line border-b bg-canvas px-2 py-2">
      <Button
        ref={backRef}
        look="quiet"
        onClick={() => void navigate({ to: "/embed", search: topic })}
      >
        <ArrowLeft aria-hidden className="size-4.5 rtl:rotate-180" />
        {t("widget.back")}
      </Button>
      {host && (
        <Button
          look="quiet"
          onClick={() => host.tell({ type: "close" })}
          aria-label={t("widget.close")}
          title={t("widget.close")}
        >
          <X aria-hidden className="size-5" />
        </Button>
      )}
    </header>
  );
}
