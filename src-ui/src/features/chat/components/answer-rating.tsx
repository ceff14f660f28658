import { ThumbsDown, ThumbsUp } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useChat } from "../hooks/chat-context";
import type { Rating } from "../model/feedback";

const RatingReasons = lazy(() => import("./rating-reasons"));

/** Whether an answer was helpful: one click, and after a thumb down the chance to say why. */
export function AnswerRating({ messageId }: { messageId: string }) {
  const { t } = useTranslation();
  const { session, ratings } = useChat();
  const [panel, setPanel] = useState<"closed" | "reasons" | "thanks">("closed");
  const given = ratings[messageId];

  const rate = (rating: Rating) => {
    setPanel(rating === "down" ? "reasons" : "thanks");
    // The same thumb again keeps what was said with it.
    if (given?.rating !== rating) void session.feedback.rate(messageId, { rating });
  };
  const explain = (comment: string) => {
    setPanel("thanks");
    if (comment !== "") void session.feedback.rate(messageId, { rating: "down", comment });
  };
  return (
    <>
      <div className="flex items-center gap-0.5">
        <Thumb rating="up" pressed={given?.rating === "up"} onPress={rate} />
        <Thumb rating="down" pressed={given?.rating === "down"} onPress={rate} />
      </div>
      <p role="status" className="text-ink-soft text-xs not-empty:px-2">
        {panel === "thanks" && given && t("feedback.thanks")}
      </p>
      {panel === "reasons" && given?.rating === "down" && (
        <Suspense>
          <RatingReasons onDone={explain} onClose={() => setPanel("closed")} />
        </Suspense>
      )}
    </>
  );
}

interface ThumbProps {
  rating: Rating;
  pressed: boolean;
  onPress: (rating: Rating) => void;
}

function Thumb({ rating, pressed, onPress }: ThumbProps) {
  const { t } = useTranslation();
  const Icon = rating === "up" ? ThumbsUp : ThumbsDown;
  const label = t(rating === "up" ? "feedback.up" : "feedback.down");
  return (
    <Button
      look="quiet"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={() => onPress(rating)}
      className={cx(pressed && "bg-brand-soft! text-brand-ink!")}
    >
      <Icon aria-hidden className={cx("size-4", pressed && "fill-current/25")} />
    </Button>
  );
}
