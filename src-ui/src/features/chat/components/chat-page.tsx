import { CircleAlert, X } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { preloadRichText } from "@/components/ui/rich-text";
import { ApiError } from "@/lib/api-error";
import { useIdentity } from "@/lib/identity";
import { useShopConfig } from "@/lib/shop-config";
import { useErrorText } from "@/lib/use-error-text";
import { usePageTitle } from "@/lib/use-page-title";
import { whenIdle } from "@/lib/when-idle";
import { ChatContext, type ChatContextValue } from "../hooks/chat-context";
import type { ChatFrame } from "../hooks/chat-frame";
import { useChatFrame } from "../hooks/use-chat-frame";
import { useChatSession } from "../hooks/use-chat-session";
import { useOpenPage } from "../hooks/use-open-page";
import { useSeenMark } from "../hooks/use-seen-mark";
import { usePageVisible, useUnread } from "../hooks/use-unread";
import type { ChatSession } from "../model/chat-session";
import { isFinished } from "../model/message";
import type { ThreadState } from "../model/thread";
import { isQueued } from "../model/thread-queue";
import { interruptedQuestion } from "../model/thread-verification";
import { Announcer } from "./announcer";
import { ChatToolbar } from "./chat-toolbar";
import { Composer } from "./composer";
import { ConnectionBanner } from "./connection-banner";
import { TicketBanner } from "./ticket-banner";
import { TopicChip } from "./topic-chip";
import { Welcome } from "./welcome";

const loadThread = () => import("./thread");
const Thread = lazy(loadThread);

/** Fetches what an answer will need while its question is still being written. */
function preloadThread(): void {
  // A failure is told where the part itself is needed.
  void Promise.allSettled([
    loadThread(),
    import("./answer-cards"),
    import("./verification-card"),
    preloadRichText(),
  ]);
}

interface ChatPageProps {
  /** The page around it, where it stands in a frame. */
  frame?: ChatFrame;
}

export function ChatPage({ frame }: ChatPageProps) {
  const { key } = useIdentity();
  // Each identity has its own conversation, and nothing of one may be left on the other's page.
  return <Chat key={key} identityKey={key} frame={frame} />;
}

function Chat({ identityKey, frame }: ChatPageProps & { identityKey: string }) {
  const { t } = useTranslation();
  const { session, state } = useChatSession(identityKey, useOpenPage());
  useChatFrame(frame, state);
  const { assistantName: configuredName } = useShopConfig();
  const composerRef = useRef<HTMLTextAreaElement>(null);
  const errorText = useErrorText();
  const finished = state.messages.filter(isFinished).length;
  const visible = usePageVisible();
  const unread = useUnread(finished, visible, state.conversationId);
  useSeenMark(state, visible);
  usePageTitle(unread > 0 ? `(${unread}) ${t("nav.chat")}` : t("nav.chat"));

  const assistantName = configuredName || t("chat.defaultName");
  const busy = state.turn !== undefined;
  const lastShopperKey = state.messages.findLast((message) => message.from === "shopper")?.key;
  const lastAnswerKey = state.messages.findLast((message) => message.from === "assistant")?.key;
  const { actions, ratings, verification } = state;
  const question = interruptedQuestion(state);
  const context = useMemo<ChatContextValue>(
    () => ({
      session,
      assistantName,
      busy,
      lastShopperKey,
      lastAnswerKey,
      actions,
      ratings,
      verification,
      interruptedQuestion: question,
    }),
    [
      session,
      assistantName,
      busy,
      lastShopperKey,
      lastAnswerKey,
      actions,
      ratings,
      verification,
      question,
    ],
  );
  const ready = state.phase === "ready";
  useEffect(() => {
    // Without it the first message that is written while the network is gone could not be shown.
    return ready ? whenIdle(preloadThread) : undefined;
  }, [ready]);
  const focusComposer = () => composerRef.current?.focus();
  const startNew = () => {
    void session.startNew();
    focusComposer();
  };
  return (
    <ChatContext value={context}>
      <div className="flex h-full flex-col">
        <h1 className="sr-only">{t("nav.chat")}</h1>
        <ChatToolbar state={state} onNewConversation={startNew} onClose={frame?.close} />
        <ChatBody session={session} state={state} />
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-2.5 px-4 pb-3">
          <ConnectionBanner state={state} />
          {state.ticket && <TicketBanner ticket={state.ticket} />}
          {state.noticeCode && (
            <div
              role="alert"
              className="flex items-center gap-2 rounded-2xl bg-bad-soft py-1.5 ps-4 pe-1.5 text-bad text-sm"
            >
              <CircleAlert aria-hidden className="size-4 shrink-0" />
              <p className="flex-1">{errorText(state.noticeCode)}</p>
              <Button
                look="quiet"
                aria-label={t("chat.dismiss")}
                onClick={() => {
                  session.dismissNotice();
                  focusComposer();
                }}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </div>
          )}
          <TopicChip onRemoved={focusComposer} />
          <Composer
            ref={composerRef}
            conversationId={state.conversationId}
            ready={ready && !state.messages.some(isQueued)}
            onFocus={preloadThread}
          />
        </div>
      </div>
      <Announcer messages={state.messages} />
    </ChatContext>
  );
}

interface ChatBodyProps {
  session: ChatSession;
  state: ThreadState;
}

function ChatBody({ session, state }: ChatBodyProps) {
  if (state.phase !== "failed" && (state.messages.length > 0 || state.pendingAction)) {
    return (
      <Suspense fallback={<ThreadSkeleton />}>
        <Thread state={state} />
      </Suspense>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {state.phase === "failed" ? (
        <FailureBox
          error={new ApiError(0, state.failureCode ?? "unknown")}
          onRetry={() => void session.open()}
        />
      ) : (
        <Welcome state={state} />
      )}
    </div>
  );
}

function ThreadSkeleton() {
  return (
    <div
      aria-hidden
      className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col gap-4 px-4 pt-6"
    >
      <span className="skeleton h-11 w-2/5 self-end rounded-2xl" />
      <span className="skeleton h-3.5 w-4/5" />
      <span className="skeleton h-3.5 w-3/5" />
    </div>
  );
}
