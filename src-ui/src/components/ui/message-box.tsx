import type { ReactNode } from "react";

interface MessageBoxProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Fills a place that has nothing else to show: empty, refused or failed. */
export function MessageBox({ icon, title, children, action }: MessageBoxProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center">
      <span className="grid size-14 place-items-center rounded-2xl bg-brand-soft text-brand-ink [&>svg]:size-7">
        {icon}
      </span>
      <h2 className="font-semibold text-lg">{title}</h2>
      {children && <p className="text-ink-soft text-pretty">{children}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
