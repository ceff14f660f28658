/** Messages at the end of a thread that are always on the page, with all that is written into them. */
const RECENT = 40;
/** The border moves this many messages at once, so that a new message rarely moves it. */
const STEP = 20;

/** How many of the first messages of a thread are on the page only while they are in sight. */
export function olderCount(total: number): number {
  return Math.max(0, Math.floor((total - RECENT) / STEP) * STEP);
}
