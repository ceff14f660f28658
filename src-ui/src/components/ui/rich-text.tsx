import { lazy, Suspense } from "react";

export const preloadRichText = () => import("./markdown");
const Markdown = lazy(preloadRichText);

interface RichTextProps {
  text: string;
}

/** Markdown whose renderer is loaded when the first text needs it; until then the plain text shows. */
export function RichText({ text }: RichTextProps) {
  return (
    <Suspense
      fallback={
        <p dir="auto" className="break-anywhere whitespace-pre-wrap">
          {text}
        </p>
      }
    >
      <Markdown text={text} />
    </Suspense>
  );
}
