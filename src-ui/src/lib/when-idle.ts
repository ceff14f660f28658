const LONGEST_WAIT_MS = 3000;

/**
 * Does something once the browser has nothing better to do.
 *
 * @returns gives it up, if it was not done yet
 */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(task, LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(task, { timeout: LONGEST_WAIT_MS });
  return () => cancelIdleCallback(handle);
}
