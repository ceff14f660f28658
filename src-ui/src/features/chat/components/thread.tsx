import { AssistantRuntimeProvider, ThreadPrimitive } from "@assistant-ui/react";
import { ArrowDown } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useChat } from "../hooks/chat-context";
import { threadMessageOf, useChatRuntime } from "../hooks/use-chat-runtime";
import { useQuestionAnchor } from "../hooks/use-question-anchor";
import { useUnread } from "../hooks/use-unread";
import type { ThreadState } from "../model/thread";
import { strayAction } from "../model/thread-actions";
import { olderCount } from "../model/thread-window";
import { ActionCard } from "./action-card";
import { ResolutionQuestion } from "./resolution-question";
import { ThreadMessage } from "./thread-message";

const OlderMessages = lazy(() => import("./older-messages"));

/** What stands above the first message, in pixels; as the list's own padding. */
const SPACE_ABOVE = 24;

interface ThreadProps {
  state: ThreadState;
}

/** The messages. Loaded with the first one, together with assistant-ui, which holds the list. */
export default function Thread({ state }: ThreadProps) {
  const { t } = useTranslation();
  const { session, lastShopperKey } = useChat();
  const stray = strayAction(state);
  const { messages } = state;
  const older = olderCount(messages.length);
  const recent = useMemo(() => messages.slice(older), [messages, older]);
  const previousAt = useMemo(
    () => new Map(recent.map(({ key }, i) => [key, messages[older + i - 1]?.at])),
    [recent, messages, older],
  );
  const runtime = useChatRuntime(session, state, recent);
  const lastQuestion = recent.find(({ key }) => key === lastShopperKey);
  const askedHere = lastQuestion?.from === "shopper" && lastQuestion.delivery === "sending";
  const { scrollerRef, listRef, roomRef, away, scrollToEnd } = useQuestionAnchor(
    lastShopperKey,
    askedHere,
    messages.at(-1)?.key,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new question is the occasion
  useEffect(() => {
    // The suggestion that was taken is gone, and the focus with it. A page that was only loaded must
    // not take the focus.
    const lost = document.activeElement === document.body && navigator.userActivation?.isActive;
    if (lost) scrollerRef.current?.focus({ preventScroll: true });
  }, [lastShopperKey, scrollerRef]);
  const received = messages.filter(({ from }) => from !== "shopper").length;
  const unread = useUnread(received, !away, state.conversationId);
  const jump = () => {
    scrollToEnd();
    // The button goes, and the focus must not go with it.
    scrollerRef.current?.focus({ preventScroll: true });
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={scrollerRef}
        role="log"
        // The announcer reads a finished answer once; the log itself would read it word by word.
        aria-live="off"
        aria-label={t("chat.log")}
        aria-busy={state.turn !== undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div ref={listRef} className="mx-auto flex w-full max-w-3xl flex-col px-4 pt-6 pb-4">
          {older > 0 && (
            <Suspense>
              <OlderMessages
                messages={messages.slice(0, older)}
                scrollerRef={scrollerRef}
                spaceAbove={SPACE_ABOVE}
              />
            </Suspense>
          )}
          <div className="flex flex-col gap-7">
            <AssistantRuntimeProvider runtime={runtime}>
              <ThreadPrimitive.Messages>
                {({ message }) => {
                  const shown = threadMessageOf(message.metadata.custom);
                  return <ThreadMessage message={shown} previousAt={previousAt.get(shown.key)} />;
                }}
              </ThreadPrimitive.Messages>
            </AssistantRuntimeProvider>
            {stray && (
              <div className="sm:ps-11">
                <ActionCard proposal={stray} />
              </div>
            )}
          </div>
          <ResolutionQuestion state={state} />
        </div>
        <div ref={roomRef} aria-hidden />
      </div>
      {away && <JumpToLatest unread={unread} onJump={jump} />}
    </div>
  );
}

/** Has a room of its own below the messages, so that it never lies on a card's buttons. */
function JumpToLatest({ unread, onJump }: { unread: number; onJump: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex justify-center py-1.5">
      <Button
        onClick={onJump}
        aria-label={unread > 0 ? undefined : t("chat.jumpToLatest")}
        title={t("chat.jumpToLatest")}
        className={cx(
          "rounded-full!",
          unread > 0 ? "border-brand! bg-brand! text-on-brand!" : "size-9 min-h-9! px-0!",
        )}
      >
        <ArrowDown aria-hidden className="size-4.5" />
        {unread > 0 && t("status.unread", { count: unread })}
      </Button>
    </div>
  );
}
