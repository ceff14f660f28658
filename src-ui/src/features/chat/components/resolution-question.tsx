import { CircleCheck, Headset } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { useChat } from "../hooks/chat-context";
import { useQuiet } from "../hooks/use-quiet";
import { resolutionPrompt } from "../model/resolution";
import type { ThreadState } from "../model/thread";

const QUIET_MS = 20_000;

/** Asks at the end of the talk whether it is solved; when not, offers a person. */
export function ResolutionQuestion({ state }: { state: ThreadState }) {
  const { t } = useTranslation();
  const { session } = useChat();
  const prompt = resolutionPrompt(state);
  const quiet = useQuiet(prompt === "whenQuiet" ? state.messages.at(-1)?.key : undefined, QUIET_MS);
  const wordsRef = useRef<HTMLParagraphElement>(null);
  const given = useRef(false);
  const { resolved } = state;
  useEffect(() => {
    // The button that had the focus is gone.
    if (resolved !== undefined && given.current) wordsRef.current?.focus();
    given.current = false;
  }, [resolved]);
  const give = (solved: boolean) => {
    given.current = true;
    void session.feedback.resolve(solved);
  };
  if (prompt === "never" || (prompt === "whenQuiet" && !quiet)) return null;
  return (
    <section
      aria-label={t("feedback.solved.question")}
      className="flex animate-rise flex-wrap items-center gap-x-4 gap-y-2.5 rounded-2xl border border-line bg-surface px-4 py-3 text-sm sm:ms-11"
    >
      <p ref={wordsRef} role="status" tabIndex={-1} className="flex items-center gap-2 font-medium">
        {state.resolved && <CircleCheck aria-hidden className="size-4.5 shrink-0 text-good" />}
        <span>
          {state.resolved === undefined && t("feedback.solved.question")}
          {state.resolved === true && t("feedback.solved.glad")}
          {state.resolved === false && t("feedback.solved.sorry")}
        </span>
      </p>
      {state.resolved === undefined && (
        <div className="flex flex-wrap gap-2">
          <Button look="pill" onClick={() => give(true)}>
            {t("feedback.solved.yes")}
          </Button>
          <Button look="pill" onClick={() => give(false)}>
            {t("feedback.solved.notYet")}
          </Button>
        </div>
      )}
      {state.resolved === false && (
        <Button look="pill" onClick={() => void session.requestHandoff()}>
          <Headset aria-hidden className="size-4" />
          {t("chat.talkToPerson")}
        </Button>
      )}
    </section>
  );
}
