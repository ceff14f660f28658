import { AssistantRuntimeProvider, ThreadPrimitive } from "@assistant-ui/react";
import { ArrowDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useChat } from "../hooks/chat-context";
import { threadMessageOf, useChatRuntime } from "../hooks/use-chat-runtime";
import { useQuestionAnchor } from "../hooks/use-question-anchor";
import type { ThreadMessage } from "../model/message";
import type { ThreadState } from "../model/thread";
import { strayAction } from "../model/thread-actions";
import { ActionCard } from "./action-card";
import { AgentMessage } from "./agent-message";
import { AssistantMessage } from "./assistant-message";
import { ShopperMessage } from "./shopper-message";

interface ThreadProps {
  state: ThreadState;
}

/** The messages. Loaded with the first one, together with assistant-ui, which holds the list. */
export default function Thread({ state }: ThreadProps) {
  const { t } = useTranslation();
  const { session, lastShopperKey } = useChat();
  const stray = strayAction(state);
  const runtime = useChatRuntime(session, state);
  const { scrollerRef, listRef, roomRef, away, scrollToEnd } = useQuestionAnchor(
    lastShopperKey,
    state.messages.at(-1)?.key,
  );
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scrollerRef}
        role="log"
        // The announcer reads a finished answer once; the log itself would read it word by word.
        aria-live="off"
        aria-label={t("chat.log")}
        aria-busy={state.turn !== undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative h-full overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div ref={listRef} className="mx-auto flex w-full max-w-3xl flex-col gap-7 px-4 pt-6 pb-4">
          <AssistantRuntimeProvider runtime={runtime}>
            <ThreadPrimitive.Messages>
              {({ message }) => <Message message={threadMessageOf(message.metadata.custom)} />}
            </ThreadPrimitive.Messages>
          </AssistantRuntimeProvider>
          {stray && (
            <div className="sm:ps-11">
              <ActionCard proposal={stray} />
            </div>
          )}
        </div>
        <div ref={roomRef} aria-hidden />
      </div>
      {away && (
        <Button
          onClick={scrollToEnd}
          aria-label={t("chat.jumpToLatest")}
          title={t("chat.jumpToLatest")}
          className="absolute end-4 bottom-3 size-10 rounded-full px-0! shadow-lift"
        >
          <ArrowDown aria-hidden className="size-4.5" />
        </Button>
      )}
    </div>
  );
}

function Message({ message }: { message: ThreadMessage }) {
  switch (message.from) {
    case "shopper":
      return <ShopperMessage message={message} />;
    case "agent":
      return <AgentMessage message={message} />;
    case "assistant":
      return <AssistantMessage message={message} />;
  }
}
