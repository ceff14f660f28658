import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Space above a question that has been brought to the top. */
const GAP_PX = 20;
/** What may stay hidden before the way to the end is offered. */
const TOLERANCE_PX = 48;

/** What a reader does to scroll, before the scrolling itself and while the answer still grows. */
const READER_SCROLLS = ["wheel", "touchmove", "pointerdown", "keydown"];

export interface QuestionAnchor {
  scrollerRef: RefObject<HTMLDivElement | null>;
  /** All messages; the room below them is not part of it. */
  listRef: RefObject<HTMLDivElement | null>;
  roomRef: RefObject<HTMLDivElement | null>;
  /** Whether the newest words are out of sight. */
  away: boolean;
  scrollToEnd: () => void;
}

/**
 * Brings each new question to the top and lets its answer grow below it, so that what is being read
 * stays where it is; a card below it that waits for the shopper's decision is kept in sight too.
 * The room below the answer shrinks as it grows. A message that comes without a question, from a
 * person, is brought into sight if the end was, and so is a question that was asked in another tab.
 *
 * @param questionKey the newest question, found by its `data-message-key`
 * @param askedHere whether it is this tab that has just asked it
 * @param lastKey the newest message
 */
export function useQuestionAnchor(
  questionKey: string | undefined,
  askedHere: boolean,
  lastKey: string | undefined,
): QuestionAnchor {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const roomRef = useRef<HTMLDivElement>(null);
  const awayRef = useRef(false);
  /** Until the reader scrolls, the question is kept where it was brought. */
  const anchored = useRef(false);
  const [away, setAway] = useState(false);
  const askedHereRef = useRef(askedHere);
  useEffect(() => {
    askedHereRef.current = askedHere;
  }, [askedHere]);

  const scrollToEnd = useCallback(() => {
    const scroller = scrollerRef.current;
    const list = listRef.current;
    anchored.current = false;
    if (scroller && list) scroller.scrollTop = endOf(list) - scroller.clientHeight + GAP_PX;
  }, []);

  useEffect(() => {
    const scroller = scrollerRef.current;
    const list = listRef.current;
    const room = roomRef.current;
    if (!scroller || !list || !room) return;
    let question: HTMLElement | null = null;
    let broughtTo = 0;
    let measuredAt = 0;
    const tellAway = () => {
      const hidden = endOf(list) - scroller.scrollTop - scroller.clientHeight;
      awayRef.current = hidden > TOLERANCE_PX;
      setAway(awayRef.current);
    };
    const measure = () => {
      const found = question ?? (questionKey ? findMessage(list, questionKey) : null);
      if (found !== question) anchored.current = askedHereRef.current || !awayRef.current;
      question = found;
      const taken = question ? endOf(list) - question.offsetTop + GAP_PX : scroller.clientHeight;
      room.style.height = `${Math.max(0, scroller.clientHeight - taken)}px`;
      if (question && anchored.current) {
        scroller.scrollTop = Math.max(
          question.offsetTop - GAP_PX,
          endOfWaitingCard(list, scroller) - scroller.clientHeight + GAP_PX,
        );
      }
      broughtTo = scroller.scrollTop;
      measuredAt = endOf(list);
      tellAway();
    };
    const onScroll = () => {
      // A search in the page, a screen reader or the focus scrolls without any of the reader's gestures; only what the
      // browser moves because the list has changed is put right again.
      const elsewhere = Math.abs(scroller.scrollTop - broughtTo) > 1;
      if (elsewhere && endOf(list) === measuredAt) anchored.current = false;
      tellAway();
    };
    measure();
    // The list may render the question a moment later; then its growth is the occasion.
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    observer.observe(scroller);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    const release = () => {
      anchored.current = false;
    };
    for (const type of READER_SCROLLS) scroller.addEventListener(type, release, { passive: true });
    return () => {
      observer.disconnect();
      for (const type of READER_SCROLLS) scroller.removeEventListener(type, release);
      scroller.removeEventListener("scroll", onScroll);
    };
  }, [questionKey]);

  useEffect(() => {
    if (lastKey !== undefined && lastKey !== questionKey && !awayRef.current) {
      const scroller = scrollerRef.current;
      const list = listRef.current;
      if (scroller && list && endOf(list) > scroller.scrollTop + scroller.clientHeight) {
        scrollToEnd();
      }
    }
  }, [lastKey, questionKey, scrollToEnd]);

  return { scrollerRef, listRef, roomRef, away, scrollToEnd };
}

function findMessage(list: HTMLElement, key: string): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[data-message-key="${CSS.escape(key)}"]`);
}

/** Where the last card ends that waits for the shopper; 0 without one. */
function endOfWaitingCard(list: HTMLElement, scroller: HTMLElement): number {
  const card = [...list.querySelectorAll("[data-awaits-shopper]")].at(-1);
  if (!card) return 0;
  const shown = card.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top;
  return shown + scroller.scrollTop;
}

function endOf(list: HTMLElement): number {
  return list.offsetTop + list.offsetHeight;
}
