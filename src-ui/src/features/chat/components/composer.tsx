import { ArrowUp, Square } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "@/lib/cx";
import { useChat } from "../hooks/chat-context";
import { useDraft } from "../hooks/use-draft";
import { MAX_MESSAGE_LENGTH } from "../model/message";

interface ComposerProps {
  ref: Ref<HTMLTextAreaElement>;
  conversationId: string | undefined;
  ready: boolean;
  onFocus: () => void;
}

/** Where the shopper writes; Enter sends, Shift and Enter begin a new line. */
export function Composer({ ref, conversationId, ready, onFocus }: ComposerProps) {
  const { t } = useTranslation();
  const { session, assistantName, busy } = useChat();
  const [text, setText] = useDraft(conversationId);
  // Characters as the server counts them: one emoji is one, whatever it takes in memory.
  const excess = [...text].length - MAX_MESSAGE_LENGTH;
  const sendable = ready && !busy && text.trim() !== "" && excess <= 0;

  const send = () => {
    if (!sendable) return;
    void session.send(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="flex items-end gap-2 rounded-3xl border border-line-strong/60 bg-surface py-1.5 ps-4 pe-1.5 shadow-lift transition-[border-color,box-shadow] focus-within:border-brand focus-within:ring-3 focus-within:ring-brand/20">
        <textarea
          ref={ref}
          aria-label={t("chat.inputLabel")}
          aria-describedby="chat-disclosure"
          aria-invalid={excess > 0}
          placeholder={t("chat.placeholder")}
          // An empty field runs as the page does, or its placeholder would not.
          dir={text === "" ? undefined : "auto"}
          value={text}
          rows={1}
          onFocus={onFocus}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-44 min-h-10 flex-1 resize-none self-center bg-transparent py-2 text-base leading-6 outline-none placeholder:text-ink-soft"
        />
        {busy ? (
          <button
            type="button"
            onClick={() => void session.stop()}
            aria-label={t("chat.stop")}
            title={t("chat.stop")}
            className="grid size-10 shrink-0 place-items-center rounded-full bg-ink text-canvas transition-opacity hover:opacity-85"
          >
            <Square aria-hidden className="size-3.5 fill-current" />
          </button>
        ) : (
          <button
            type="submit"
            disabled={!sendable}
            aria-label={t("chat.send")}
            title={t("chat.send")}
            className="grid size-10 shrink-0 place-items-center rounded-full bg-brand text-on-brand transition-colors enabled:hover:bg-brand-strong disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-soft"
          >
            <ArrowUp aria-hidden className="size-5" strokeWidth={2.25} />
          </button>
        )}
      </div>
      {excess > 0 && (
        <p role="alert" className="mt-1.5 px-4 text-bad text-xs">
          {t("chat.tooLong", { count: excess, limit: MAX_MESSAGE_LENGTH })}
        </p>
      )}
      <p
        id="chat-disclosure"
        className={cx("mt-2 px-2 text-center text-ink-soft text-xs", excess > 0 && "sr-only")}
      >
        {t("chat.disclosure", { name: assistantName })}
      </p>
    </form>
  );
}
