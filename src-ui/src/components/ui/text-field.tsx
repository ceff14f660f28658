import { type InputHTMLAttributes, type Ref, useId } from "react";
import { cx } from "@/lib/cx";

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "aria-label"> {
  label: string;
  hint?: string;
  /** What is wrong with the value. */
  error?: string;
  ref?: Ref<HTMLInputElement>;
}

/** A field of a form with its label, a hint below it and what is wrong with it. */
export function TextField({ label, hint, error, className, ...props }: TextFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={cx(hint && `${id}-hint`, error && `${id}-error`) || undefined}
        className={cx(
          "h-11 w-full rounded-xl border bg-canvas px-3.5 text-base placeholder:text-ink-soft focus:outline-none focus-visible:ring-2",
          error === undefined
            ? "border-line-strong/60 focus:border-brand focus-visible:ring-brand/30"
            : "border-bad focus-visible:ring-bad/30",
          className,
        )}
        {...props}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-bad text-sm">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-ink-soft text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
