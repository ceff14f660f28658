import { lazy, Suspense } from "react";

export const preloadRichText = () => import("./markdown");
const Markdown = lazy(preloadRichText);

interface RichTextProps {
  text: string;
  /** The language, where it is not that of what is around. */
  lang?: string;
}

/** Markdown whose renderer is loaded when the first text needs it; until then the plain text shows. */
export function RichText({ text, lang }: RichTextProps) {
  return (
    <Suspense
      fallback={
        <p lang={lang} dir="auto" className="break-anywhere whitespace-pre-wrap">
          {text}
        </p>
      }
    >
      <Markdown text={text} lang={lang} />
    </Suspense>
  );
}
