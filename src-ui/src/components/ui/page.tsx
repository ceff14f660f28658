import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { usePageTitle } from "@/lib/use-page-title";

interface PageProps {
  title: string;
  /** Shown beside the heading. */
  aside?: ReactNode;
  /** A page for reading, with shorter lines. */
  narrow?: boolean;
  /** Keeps the heading for screen readers and the tab's title only. */
  hideHeading?: boolean;
  back?: ReactNode;
  children: ReactNode;
}

export function Page({ title, aside, narrow, hideHeading, back, children }: PageProps) {
  usePageTitle(title);
  return (
    <div
      className={cx(
        "mx-auto w-full px-4 py-6 sm:px-6 sm:py-10",
        narrow ? "max-w-3xl" : "max-w-6xl",
      )}
    >
      {back && <div className="mb-4">{back}</div>}
      <div
        className={cx(
          "mb-6 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1",
          hideHeading && "sr-only",
        )}
      >
        <h1 className="font-bold text-2xl sm:text-3xl">{title}</h1>
        {aside && <div className="text-ink-soft text-sm">{aside}</div>}
      </div>
      {children}
    </div>
  );
}
