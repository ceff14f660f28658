import { ArrowUpRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ShopText } from "@/components/ui/shop-text";
import { useTextLanguage } from "@/lib/use-text-language";
import { useChat } from "../hooks/chat-context";
import { useSuggestions } from "../hooks/use-suggestions";
import type { ThreadState } from "../model/thread";
import { AssistantAvatar } from "./assistant-avatar";

interface WelcomeProps {
  state: ThreadState;
}

/** The first words of a conversation, for as long as nothing has been asked. */
export function Welcome({ state }: WelcomeProps) {
  const { t } = useTranslation();
  const languageOf = useTextLanguage();
  if (state.phase === "opening") return <WelcomeSkeleton />;
  return (
    <div className="mx-auto flex min-h-full w-full max-w-3xl animate-rise flex-col items-center justify-center gap-3 px-4 py-6 text-center sm:gap-4 sm:py-10">
      <AssistantAvatar className="size-12 shadow-lift sm:size-16" />
      <h2 className="mt-1 font-bold text-[1.625rem] leading-tight sm:text-4xl">
        {t("chat.title")}
      </h2>
      <p
        lang={languageOf(state.greeting, state.locale)}
        dir="auto"
        className="max-w-lg text-ink-soft text-pretty leading-relaxed sm:text-lg"
      >
        {state.greeting}
      </p>
      <Suggestions state={state} />
    </div>
  );
}

function Suggestions({ state }: WelcomeProps) {
  const { t } = useTranslation();
  const suggestions = useSuggestions(state);
  const { session, busy } = useChat();
  return (
    <ul
      aria-label={t("chat.suggestions")}
      className="mt-3 grid w-full max-w-xl gap-2.5 sm:mt-5 sm:grid-cols-2"
    >
      {suggestions.map((suggestion) =>
        suggestion === "loading" ? (
          <li key={suggestion} aria-hidden className="skeleton h-12 rounded-2xl!" />
        ) : (
          <li key={suggestion.label} className="sm:last:odd:col-span-2">
            <button
              type="button"
              disabled={busy}
              onClick={() => void session.send(suggestion.text)}
              className="group flex min-h-12 w-full items-center justify-between gap-3 rounded-2xl border border-line bg-surface px-4 py-2.5 text-start font-medium transition-[border-color,box-shadow] hover:border-brand hover:shadow-lift"
            >
              <ShopText text={suggestion.label} asked={suggestion.asked} />
              <ArrowUpRight
                aria-hidden
                className="size-4.5 shrink-0 text-ink-soft transition-colors group-hover:text-brand rtl:-scale-x-100"
              />
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

function WelcomeSkeleton() {
  return (
    <div
      aria-hidden
      className="mx-auto flex min-h-full w-full max-w-3xl flex-col items-center justify-center gap-4 px-4 py-6 sm:py-10"
    >
      <span className="skeleton size-12 rounded-2xl sm:size-16" />
      <span className="skeleton mt-1 h-9 w-64" />
      <span className="skeleton h-5 w-80 max-w-full" />
      <span className="mt-3 grid w-full max-w-xl gap-2.5 sm:mt-5 sm:grid-cols-2">
        <span className="skeleton h-12 rounded-2xl" />
        <span className="skeleton h-12 rounded-2xl" />
        <span className="skeleton h-12 rounded-2xl sm:col-span-2" />
      </span>
    </div>
  );
}
