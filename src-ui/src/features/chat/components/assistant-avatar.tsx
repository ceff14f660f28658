import { cx } from "@/lib/cx";

/** The assistant's sign; decoration beside its name. */
export function AssistantAvatar({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        "grid shrink-0 place-items-center rounded-[30%] bg-brand text-on-brand",
        className,
      )}
    >
      <svg viewBox="0 0 24 24" className="size-[62%]" role="presentation">
        <path
          d="M4 10.5A5.5 5.5 0 0 1 9.5 5h5a5.5 5.5 0 0 1 0 11H11l-3.7 2.9c-.5.4-1.3 0-1.3-.6v-3.1a5.5 5.5 0 0 1-2-4.2z"
          fill="currentColor"
        />
        <path
          d="M9 10.6c1 1.4 5 1.4 6 0"
          fill="none"
          className="stroke-brand"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
    </span>
  );
}
