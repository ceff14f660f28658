import { Info, OctagonX } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { RichText } from "@/components/ui/rich-text";
import { useFormat } from "@/lib/i18n/use-format";
import { useTextLanguage } from "@/lib/use-text-language";
import { useChat } from "../hooks/chat-context";
import type { AssistantMessage as Message } from "../model/message";
import { ActionCard } from "./action-card";
import { AnswerFailure } from "./answer-failure";
import { AnswerRating } from "./answer-rating";
import { AssistantAvatar } from "./assistant-avatar";
import { Choices } from "./choices";
import { Citations } from "./citations";
import { CopyButton } from "./copy-button";
import { ToolActivity } from "./tool-activity";

const AnswerCards = lazy(() => import("./answer-cards"));
const VerificationCard = lazy(() => import("./verification-card"));

/**
 * One answer. Its parts have fixed places, text above cards and decisions above facts, so that it looks the same while it is
 * streamed and when it is read from the transcript.
 */
export function AssistantMessage({ message }: { message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languageOf = useTextLanguage();
  const { assistantName, lastAnswerKey, verification } = useChat();
  const { status, text, failure } = message;
  const waiting = status === "running" && text === "";
  return (
    <div className="flex animate-rise gap-3">
      <AssistantAvatar className="mt-0.5 size-8 max-sm:hidden" />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <p className="flex min-h-8 items-center gap-2 text-ink-soft text-xs">
          <AssistantAvatar className="size-6 sm:hidden" />
          <span className="font-semibold text-ink text-sm">{assistantName}</span>
          {status !== "running" && <time dateTime={message.at}>{format.time(message.at)}</time>}
        </p>
        <ToolActivity tools={message.tools} />
        {waiting && <WaitingLines />}
        {text && <RichText text={text} lang={languageOf(text)} />}
        {message.proposals.map((proposal) => (
          <ActionCard key={proposal.actionId} proposal={proposal} />
        ))}
        {message.cards.length > 0 && (
          <Suspense fallback={<div className="skeleton h-40 w-full" />}>
            <AnswerCards cards={message.cards} />
          </Suspense>
        )}
        {verification.askedIn === message.key && (
          <Suspense fallback={<div className="skeleton h-40 w-full" />}>
            <VerificationCard />
          </Suspense>
        )}
        <Citations citations={message.citations} />
        {status === "stopped" && (
          <p className="flex items-center gap-1.5 text-ink-soft text-sm">
            <OctagonX aria-hidden className="size-4" />
            {t("chat.stopped")}
          </p>
        )}
        {status === "failed" && failure && (
          <AnswerFailure answerKey={message.key} failure={failure} />
        )}
        {status === "done" && (
          <div className="-ms-2 flex flex-wrap items-center gap-x-1">
            {text && <CopyButton text={text} />}
            {message.messageId && <AnswerRating messageId={message.messageId} />}
            {message.degraded && (
              <p className="flex items-center gap-1.5 px-2 text-ink-soft text-xs">
                <Info aria-hidden className="size-3.5" />
                {t("chat.degraded")}
              </p>
            )}
          </div>
        )}
        {message.key === lastAnswerKey && <Choices choices={message.choices} />}
      </div>
    </div>
  );
}

function WaitingLines() {
  return (
    <div aria-hidden className="flex flex-col gap-2.5 pt-1">
      <span className="skeleton h-3.5 w-4/5" />
      <span className="skeleton h-3.5 w-3/5" />
    </div>
  );
}
