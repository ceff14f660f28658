import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChat } from "../hooks/chat-context";
import type { ThreadMessage } from "../model/message";

interface AnnouncerProps {
  messages: readonly ThreadMessage[];
}

/** Reads each finished answer to screen readers once, as a whole. */
export function Announcer({ messages }: AnnouncerProps) {
  const { t } = useTranslation();
  const { assistantName } = useChat();
  const [words, setWords] = useState("");
  const running = useRef<string>(undefined);
  const last = messages.at(-1);

  useEffect(() => {
    if (!last || last.from === "shopper") return;
    if (last.from === "agent") {
      setWords(t("chat.agentWrote", { text: last.text }));
    } else if (last.status === "running") {
      running.current = last.key;
      setWords(t("chat.answering", { name: assistantName }));
    } else if (running.current === last.key) {
      running.current = undefined;
      setWords(
        last.status === "done"
          ? [
              t("chat.answerFinished", { name: assistantName, text: plainText(last.text) }),
              ...last.proposals.map(({ summary }) => t("actions.waiting", { summary })),
            ].join(" ")
          : "",
      );
    }
  }, [last, assistantName, t]);

  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="sr-only">
      {words}
    </div>
  );
}

function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`#>]/g, "");
}
