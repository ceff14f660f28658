import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { joinComment, MAX_COMMENT_LENGTH } from "../model/feedback";

const REASONS = ["wrong", "missing", "misunderstood", "unclear"] as const;

interface RatingReasonsProps {
  /** With an empty text when nothing was said. */
  onDone: (comment: string) => void;
  onClose: () => void;
}

/** Asks what was not good about an answer; all of it may be left out. */
export default function RatingReasons({ onDone, onClose }: RatingReasonsProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");

  const toggle = (reason: string) =>
    setChosen((now) =>
      now.includes(reason) ? now.filter((other) => other !== reason) : [...now, reason],
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reasons = REASONS.filter((reason) => chosen.includes(reason));
    onDone(
      joinComment(
        reasons.map((reason) => t(`feedback.reasons.${reason}`)),
        words,
      ),
    );
  };
  return (
    <form
      aria-labelledby={titleId}
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="order-last ms-2 my-1 flex w-full max-w-lg animate-rise flex-col gap-3 rounded-2xl border border-line bg-surface p-4"
    >
      <div className="flex items-start gap-2">
        <p id={titleId} className="flex-1 self-center font-semibold text-sm">
          {t("feedback.why")}
        </p>
        <Button
          look="quiet"
          aria-label={t("feedback.close")}
          onClick={onClose}
          className="-me-1.5 -mt-1.5"
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <ul className="flex flex-wrap gap-2">
        {REASONS.map((reason) => (
          <li key={reason}>
            <Button
              look="pill"
              aria-pressed={chosen.includes(reason)}
              onClick={() => toggle(reason)}
              className={cx(chosen.includes(reason) && "border-brand! bg-brand-soft!")}
            >
              {t(`feedback.reasons.${reason}`)}
            </Button>
          </li>
        ))}
      </ul>
      <textarea
        aria-label={t("feedback.comment")}
        placeholder={t("feedback.comment")}
        value={words}
        rows={2}
        maxLength={MAX_COMMENT_LENGTH}
        onChange={(event) => setWords(event.target.value)}
        className="field-sizing-content max-h-40 min-h-16 w-full resize-none rounded-xl border border-line bg-canvas px-3.5 py-2.5 text-base leading-6 placeholder:text-ink-soft focus:border-brand focus:outline-none focus-visible:ring-2 focus-visible:ring-brand/30 sm:text-sm"
      />
      <Button
        type="submit"
        look="primary"
        className="self-start"
        disabled={chosen.length === 0 && words.trim() === ""}
      >
        {t("feedback.send")}
      </Button>
    </form>
  );
}
