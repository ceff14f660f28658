import { useEffect, useState, useSyncExternalStore } from "react";

/**
 * How much has come since the reader last looked.
 *
 * @param count what there is by now
 * @param seen whether the reader is looking
 * @param place what the count belongs to; in another one all is read at first
 */
export function useUnread(count: number, seen: boolean, place: string | undefined): number {
  const [read, setRead] = useState({ place, count });
  const known = read.place === place ? read.count : count;
  useEffect(() => {
    if (seen || read.place !== place) setRead({ place, count });
  }, [seen, place, count, read.place]);
  return seen ? 0 : Math.max(0, count - known);
}

/** Whether the page's tab is the one in front. */
export function usePageVisible(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === "visible");
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
