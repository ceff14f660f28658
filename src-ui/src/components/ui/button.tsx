import type { ButtonHTMLAttributes, Ref } from "react";
import { cx } from "@/lib/cx";

type Look = "primary" | "secondary" | "quiet" | "pill";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = "secondary", className, type, ...props }: ButtonProps) {
  return <button type={type ?? "button"} className={buttonClass(look, className)} {...props} />;
}

/** The same look for a link. */
export function buttonClass(look: Look, className?: string): string {
  return cx(BASE, LOOKS[look], className);
}

const BASE =
  "inline-flex items-center justify-center gap-2 text-sm font-medium transition-colors disabled:opacity-50 disabled:cursor-not-allowed";

const LOOKS: Record<Look, string> = {
  primary: "min-h-10 rounded-xl px-4 bg-brand text-on-brand hover:bg-brand-strong",
  secondary:
    "min-h-10 rounded-xl px-4 border border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken",
  quiet: "min-h-9 rounded-lg px-2.5 text-ink-soft hover:bg-sunken hover:text-ink",
  pill: "min-h-9 rounded-full border border-line bg-surface px-3.5 py-1.5 text-start text-brand-ink hover:border-brand hover:bg-brand-soft",
};
