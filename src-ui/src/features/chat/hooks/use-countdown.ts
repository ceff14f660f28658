import { useEffect, useMemo, useState } from "react";

export interface Countdown {
  over: boolean;
  /** Whole minutes that are left, rounded up; absent when nothing is counted. */
  minutes?: number;
  /** Such as "1:05", in the last two minutes only. */
  clock?: string;
}

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;
const LAST_PART_MS = 2 * MINUTE_MS;
/** Timers may fire a moment too early, and would show the old value once more. */
const SLACK_MS = 15;

/**
 * Counts down to a moment that the server has set: by the minute, and by the second at the end.
 *
 * @param end ISO time
 * @param running whether the time that is left still matters
 */
export function useCountdown(end: string | undefined, running: boolean): Countdown {
  const endMs = Date.parse(end ?? "");
  // What the server has just called open is open: a clock that says otherwise is wrong, and what it
  // would show as the time that is left would be wrong too.
  const usable = useMemo(() => endMs > Date.now(), [endMs]);
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    if (!usable || !running) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const current = Date.now();
      setNow(current);
      if (current < endMs) timer = setTimeout(tick, untilNextChange(endMs - current) + SLACK_MS);
    };
    tick();
    return () => clearTimeout(timer);
  }, [endMs, usable, running]);

  if (!usable) return { over: false };
  const left = endMs - now;
  if (left <= 0) return { over: true };
  return {
    over: false,
    minutes: Math.ceil(left / MINUTE_MS),
    clock: left <= LAST_PART_MS ? clockOf(left) : undefined,
  };
}

function untilNextChange(leftMs: number): number {
  const step = leftMs > LAST_PART_MS ? MINUTE_MS : SECOND_MS;
  return leftMs % step || step;
}

function clockOf(leftMs: number): string {
  const seconds = Math.ceil(leftMs / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
