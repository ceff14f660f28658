import { createLink } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { AnchorHTMLAttributes, Ref } from "react";

interface BackAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

function BackAnchor({ children, ...props }: BackAnchorProps) {
  return (
    <a
      {...props}
      className="-ms-2 inline-flex min-h-9 items-center gap-1.5 rounded-lg px-2 font-medium text-brand-ink text-sm hover:bg-sunken"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:rotate-180" />
      {children}
    </a>
  );
}

/** Leads from a detail to its list. */
export const BackLink = createLink(BackAnchor);
