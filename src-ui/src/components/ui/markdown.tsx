import { useRouter } from "@tanstack/react-router";
import { type MouseEvent, memo, type ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { splitBlocks } from "./markdown-blocks";
import { isOwnPage, safeHref } from "./safe-link";

interface MarkdownProps {
  text: string;
}

/**
 * Shows Markdown from the assistant or a help article: no raw HTML, no pictures from elsewhere,
 * links by allow-list. Each block is rendered on its own and kept, so that a long answer that is
 * still growing costs only its last block.
 */
export default function Markdown({ text }: MarkdownProps) {
  return (
    <div className="prose-shop break-anywhere">
      {splitBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only grow at the end
        <Block key={index} text={block} />
      ))}
    </div>
  );
}

const Block = memo(function Block({ text }: MarkdownProps) {
  return (
    <ReactMarkdown
      components={COMPONENTS}
      remarkPlugins={[remarkGfm]}
      skipHtml
      urlTransform={(url) => safeHref(url)}
    >
      {text}
    </ReactMarkdown>
  );
});

/** Goes to one of our pages without loading the app anew. */
function OwnLink({ href, children }: { href: string; children: ReactNode }) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}

const COMPONENTS: Components = {
  a({ href, children }) {
    if (!href) return <span>{children}</span>;
    if (isOwnPage(href)) return <OwnLink href={href}>{children}</OwnLink>;
    return (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    );
  },
  // A picture's address would tell its host who reads the answer.
  img: ({ alt }) => <span>{alt}</span>,
  // An answer is a part of the page: its headings must not stand above the page's own.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};
