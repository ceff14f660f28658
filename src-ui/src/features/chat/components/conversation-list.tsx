import { useInfiniteQuery } from "@tanstack/react-query";
import { Circle, MapPin, MessagesSquare, SquarePen, X } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FailureBox } from "@/components/ui/failure-box";
import { MessageBox } from "@/components/ui/message-box";
import { cx } from "@/lib/cx";
import { useFormat } from "@/lib/i18n/use-format";
import { myConversationsQuery } from "../api/conversations";
import type { ConversationSummary } from "../model/conversation-summary";
import { storedSeenConversations } from "../model/seen-conversations";

interface ConversationListProps {
  identityKey: string;
  /** The conversation that is open. */
  currentId: string | undefined;
  onChoose: (id: string) => void;
  onNew: () => void;
  onClose: () => void;
}

/** The shopper's own conversations, in a drawer beside the one that is open. */
export default function ConversationList(props: ConversationListProps) {
  const { t } = useTranslation();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const { identityKey, currentId, onChoose, onNew, onClose } = props;
  const { data, error, refetch, ...paging } = useInfiniteQuery(myConversationsQuery(identityKey));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = paging;
  const seen = useMemo(() => storedSeenConversations(identityKey), [identityKey]);
  const conversations = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  useEffect(() => {
    const current = conversations?.find(({ id }) => id === currentId);
    if (current) seen.note(current.id, current.updatedAt);
    seen.noteNew(conversations ?? []);
  }, [conversations, currentId, seen]);

  useEffect(() => {
    dialogRef.current?.showModal();
  }, []);

  const listRef = useRef<HTMLUListElement>(null);
  const focusFrom = useRef<number>(undefined);
  const count = conversations?.length ?? 0;
  useEffect(() => {
    // The reader goes on with the first of those that were asked for.
    if (focusFrom.current === undefined || focusFrom.current >= count) return;
    listRef.current?.querySelectorAll("button")[focusFrom.current]?.focus();
    focusFrom.current = undefined;
  }, [count]);
  const loadOlder = () => {
    if (isFetchingNextPage) return;
    focusFrom.current = count;
    void fetchNextPage();
  };

  // Only a dialog that is closed gives the focus back to where it came from.
  const close = () => dialogRef.current?.close();
  return (
    <dialog
      ref={dialogRef}
      aria-labelledby="conversation-list-title"
      onClose={onClose}
      onClick={(event) => event.target === dialogRef.current && close()}
      onKeyDown={(event) => event.key === "Escape" && close()}
      className="fixed inset-y-0 start-0 end-auto m-0 h-dvh max-h-none w-[min(24rem,calc(100vw-2.5rem))] max-w-none animate-rise border-line border-e bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/45 backdrop:backdrop-blur-[2px]"
    >
      <div className="flex h-full flex-col">
        <header className="flex items-center gap-2 p-4 pb-3 ps-5">
          <h2 id="conversation-list-title" className="flex-1 font-bold text-lg">
            {t("history.title")}
          </h2>
          <Button look="quiet" aria-label={t("history.close")} onClick={close}>
            <X aria-hidden className="size-5" />
          </Button>
        </header>
        <div className="px-4 pb-3">
          <Button
            className="w-full"
            onClick={() => {
              close();
              onNew();
            }}
          >
            <SquarePen aria-hidden className="size-4" />
            {t("chat.newConversation")}
          </Button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
          {error && !data && <FailureBox error={error} onRetry={() => void refetch()} />}
          {!error && !data && <ListSkeleton />}
          {conversations?.length === 0 && (
            <MessageBox icon={<MessagesSquare aria-hidden />} title={t("history.empty")} />
          )}
          <ul ref={listRef} className="flex flex-col gap-0.5">
            {conversations?.map((conversation) => (
              <li key={conversation.id}>
                <Entry
                  conversation={conversation}
                  current={conversation.id === currentId}
                  unread={conversation.id !== currentId && seen.isUnread(conversation)}
                  onChoose={(id) => {
                    close();
                    onChoose(id);
                  }}
                />
              </li>
            ))}
          </ul>
          {isFetchNextPageError && (
            <FailureBox error={error} onRetry={() => void fetchNextPage()} />
          )}
          {hasNextPage && !isFetchNextPageError && (
            <Button
              look="quiet"
              className="mt-2 w-full"
              // Not disabled, which would throw the focus away.
              aria-disabled={isFetchingNextPage}
              onClick={loadOlder}
            >
              {t("history.more")}
            </Button>
          )}
        </div>
      </div>
    </dialog>
  );
}

interface EntryProps {
  conversation: ConversationSummary;
  current: boolean;
  unread: boolean;
  onChoose: (id: string) => void;
}

function Entry({ conversation, current, unread, onChoose }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, title, updatedAt } = conversation;
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={() => onChoose(id)}
      className={cx(
        "flex w-full flex-col gap-1.5 rounded-xl px-3 py-2.5 text-start transition-colors hover:bg-sunken",
        current && "bg-brand-soft hover:bg-brand-soft",
      )}
    >
      <span
        dir="auto"
        className={cx(
          "line-clamp-2 break-anywhere w-full leading-snug",
          unread ? "font-bold" : "font-medium",
        )}
      >
        {title}
      </span>
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <time dateTime={updatedAt} className="text-ink-soft text-xs">
          {format.dateTime(updatedAt)}
        </time>
        <span className="flex flex-wrap justify-end gap-1.5">
          {unread && (
            <Badge tone="brand" icon={<Circle aria-hidden className="size-2 fill-current" />}>
              {t("history.unread")}
            </Badge>
          )}
          {current && (
            <Badge icon={<MapPin aria-hidden className="size-3" />}>{t("history.current")}</Badge>
          )}
          <StateBadge state={conversation.state} />
        </span>
      </span>
    </button>
  );
}

function StateBadge({ state }: Pick<ConversationSummary, "state">) {
  const { t } = useTranslation();
  switch (state) {
    case "open":
      return null;
    case "solved":
      return <Badge tone="good">{t("history.solved")}</Badge>;
    case "waiting_for_person":
      return <Badge tone="warn">{t("history.waiting")}</Badge>;
    case "with_person":
      return <Badge tone="info">{t("history.withPerson")}</Badge>;
  }
}

function ListSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-4 px-3 py-2">
      {[1, 2, 3, 4].map((row) => (
        <span key={row} className="flex flex-col gap-2">
          <span className="skeleton h-4 w-4/5" />
          <span className="skeleton h-3 w-24" />
        </span>
      ))}
    </div>
  );
}
