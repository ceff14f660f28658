import { History } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useIdentity } from "@/lib/identity";
import { useChat } from "../hooks/chat-context";

const ConversationList = lazy(() => import("./conversation-list"));

interface HistoryButtonProps {
  currentId: string | undefined;
  onNew: () => void;
}

/** The way to the shopper's other conversations; a guest has none to go to. */
export function HistoryButton({ currentId, onNew }: HistoryButtonProps) {
  const { t } = useTranslation();
  const { session } = useChat();
  const { key, token } = useIdentity();
  const [open, setOpen] = useState(false);
  if (token === undefined) return null;
  return (
    <>
      <Button
        look="quiet"
        aria-label={t("history.title")}
        title={t("history.title")}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <History aria-hidden className="size-4.5" />
      </Button>
      {open && (
        <Suspense>
          <ConversationList
            identityKey={key}
            currentId={currentId}
            onChoose={(id) => void session.switchTo(id)}
            onNew={onNew}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
