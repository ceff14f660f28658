import { Headset } from "lucide-react";
import { useTranslation } from "react-i18next";
import { RichText } from "@/components/ui/rich-text";
import { useFormat } from "@/lib/i18n/use-format";
import { useTextLanguage } from "@/lib/use-text-language";
import type { AgentMessage as Message } from "../model/message";

/** A person's answer, told apart from the assistant's at a glance. */
export function AgentMessage({ message }: { message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languageOf = useTextLanguage();
  return (
    <div className="flex animate-rise gap-3">
      <span
        aria-hidden
        className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-[30%] bg-accent text-black/80 max-sm:hidden"
      >
        <Headset className="size-4.5" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p className="flex min-h-8 items-center gap-2 text-ink-soft text-xs">
          <span className="font-semibold text-ink text-sm">{t("chat.agent")}</span>
          <time dateTime={message.at}>{format.time(message.at)}</time>
        </p>
        <div className="self-start rounded-2xl rounded-ss-md border border-line bg-surface px-4 py-2.5 shadow-lift">
          <RichText text={message.text} lang={languageOf(message.text)} />
        </div>
      </div>
    </div>
  );
}
