import { CircleAlert, Clock, Pencil } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/components/ui/button";
import { cx } from "@/lib/cx";
import { useFormat } from "@/lib/i18n/use-format";
import { useChat } from "../hooks/chat-context";
import type { ShopperMessage as Message } from "../model/message";
import { EditMessage } from "./edit-message";

export function ShopperMessage({ message }: { message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { session, busy, lastShopperKey } = useChat();
  const [editing, setEditing] = useState(false);
  const editRef = useRef<HTMLButtonElement>(null);
  const cancelled = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone.
    if (!editing && cancelled.current) editRef.current?.focus();
    cancelled.current = false;
  }, [editing]);
  const queued = message.delivery === "queued";
  const editable = !busy && message.key === lastShopperKey;

  if (editing && editable) {
    return (
      <EditMessage
        text={message.text}
        onCancel={() => {
          cancelled.current = true;
          setEditing(false);
        }}
        onSave={(text) => {
          setEditing(false);
          void session.resend(message.key, text);
        }}
      />
    );
  }
  return (
    <div
      data-message-key={message.key}
      className="group flex animate-rise flex-col items-end gap-1"
    >
      <div className="flex max-w-[88%] items-center gap-1 sm:max-w-[78%]">
        <time
          dateTime={message.at}
          className="shrink-0 text-ink-soft text-xs opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:none)]:hidden"
        >
          {format.time(message.at)}
        </time>
        {editable && (
          <button
            ref={editRef}
            type="button"
            onClick={() => setEditing(true)}
            aria-label={t("chat.edit")}
            title={t("chat.edit")}
            className="grid size-8 shrink-0 place-items-center rounded-lg text-ink-soft opacity-0 transition-opacity hover:bg-sunken hover:text-ink focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:none)]:opacity-100"
          >
            <Pencil aria-hidden className="size-4" />
          </button>
        )}
        <div
          className={cx(
            "break-anywhere whitespace-pre-wrap rounded-2xl rounded-ee-md px-4 py-2.5 leading-relaxed",
            message.delivery === "failed" || queued
              ? "bg-sunken text-ink-soft"
              : "bg-brand text-on-brand",
          )}
        >
          <span className="sr-only">{t("chat.you")}: </span>
          <span dir="auto" className="block">
            {message.text}
          </span>
        </div>
      </div>
      {queued && (
        <p className="flex flex-wrap items-center justify-end gap-x-2 text-ink-soft text-xs">
          <span className="flex items-center gap-1">
            <Clock aria-hidden className="size-3.5" />
            {t("status.queued")}
          </span>
          <Button look="quiet" className="text-xs!" onClick={() => session.queue.discard()}>
            {t("status.discard")}
          </Button>
        </p>
      )}
      {message.delivery === "failed" && (
        <p className="flex items-center gap-1 text-bad text-xs">
          <CircleAlert aria-hidden className="size-3.5" />
          {t("chat.notDelivered")}
        </p>
      )}
    </div>
  );
}
