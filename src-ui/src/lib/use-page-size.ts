import { useRef } from "react";
import type { Page } from "./domain/page";

/**
 * Items on a full page. The server does not tell it, but every page except the last is full, so it
 * is the most that any page of this list has held.
 */
export function usePageSize(page: Page<unknown> | undefined): number {
  const most = useRef(0);
  if (page) {
    const known =
      page.page > 1 && most.current === 0
        ? // Opened in the middle: what stands before this page fills the pages before it.
          Math.max(page.items.length, Math.ceil((page.total - page.items.length) / (page.page - 1)))
        : page.items.length;
    most.current = Math.max(most.current, known);
  }
  return most.current;
}
