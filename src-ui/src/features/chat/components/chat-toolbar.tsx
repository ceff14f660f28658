import { Headset, SquarePen, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useIdentity } from "@/lib/identity";
import { useChat } from "../hooks/chat-context";
import type { ThreadState } from "../model/thread";
import { AssistantAvatar } from "./assistant-avatar";
import { HistoryButton } from "./history-button";

interface ChatToolbarProps {
  state: ThreadState;
  onNewConversation: () => void;
  /** Where the chat can be closed. */
  onClose?: () => void;
}

/** Says who answers, and keeps the way to a person in sight. */
export function ChatToolbar({ state, onNewConversation, onClose }: ChatToolbarProps) {
  const { t } = useTranslation();
  const { session, assistantName } = useChat();
  const signedIn = useIdentity().token !== undefined;
  const [calling, setCalling] = useState(false);
  const waiting = state.ticket !== undefined && state.ticket.state !== "resolved";

  const callPerson = async () => {
    setCalling(true);
    await session.requestHandoff();
    setCalling(false);
  };
  return (
    <div className="border-line border-b bg-canvas">
      <div className="mx-auto flex w-full max-w-3xl items-center gap-2.5 px-4 py-2.5">
        <AssistantAvatar className="size-9 max-[379px]:hidden" />
        <div className="me-auto flex min-w-0 flex-col gap-0.5 sm:flex-row sm:items-center sm:gap-2.5">
          <p className="truncate font-semibold leading-tight">{assistantName}</p>
          <Badge tone="brand">{t("chat.aiLabel")}</Badge>
        </div>
        <HistoryButton currentId={state.conversationId} onNew={onNewConversation} />
        {state.messages.length > 0 && (
          <Button
            look="quiet"
            onClick={onNewConversation}
            aria-label={t("chat.newConversation")}
            title={t("chat.newConversation")}
            // The list of conversations has the same button.
            className={cx(signedIn && (onClose ? "max-sm:hidden" : "max-[379px]:hidden"))}
          >
            <SquarePen aria-hidden className="size-4.5" />
            <span className="max-md:hidden">{t("chat.newConversation")}</span>
          </Button>
        )}
        <Button
          disabled={calling || waiting || state.phase !== "ready"}
          onClick={() => void callPerson()}
          className="whitespace-nowrap max-[379px]:max-w-34 max-[379px]:whitespace-normal max-[420px]:px-3 max-[379px]:leading-tight"
        >
          <Headset aria-hidden className="size-4.5 max-[420px]:hidden" />
          {t("chat.talkToPerson")}
        </Button>
        {onClose && (
          <Button
            look="quiet"
            onClick={onClose}
            aria-label={t("widget.close")}
            title={t("widget.close")}
            className="-ms-1.5 -me-2.5"
          >
            <X aria-hidden className="size-5" />
          </Button>
        )}
      </div>
    </div>
  );
}
