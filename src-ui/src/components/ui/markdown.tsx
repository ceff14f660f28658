import { useRouter } from "@tanstack/react-router";
import { type MouseEvent, memo, type ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { useShopConfig } from "@/lib/shop-config";
import { splitBlocks } from "./markdown-blocks";
import { linkTarget, saysAddress } from "./safe-link";

interface MarkdownProps {
  text: string;
  lang?: string;
}

/**
 * Shows Markdown from the assistant or a help article: no raw HTML, no pictures from elsewhere,
 * links by allow-list. Each block is rendered on its own and kept, so that a long answer that is
 * still growing costs only its last block.
 */
export default function Markdown({ text, lang }: MarkdownProps) {
  return (
    <div lang={lang} dir="auto" className="prose-shop break-anywhere">
      {splitBlocks(text).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only grow at the end
        <Block key={index} text={block} />
      ))}
    </div>
  );
}

const Block = memo(function Block({ text }: { text: string }) {
  return (
    <ReactMarkdown
      components={COMPONENTS}
      remarkPlugins={[remarkGfm]}
      skipHtml
      // Addresses are judged by SafeLink, which shows those that it doesn't follow; nothing else has any.
      urlTransform={(url, key) => (key === "href" ? url : undefined)}
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

/** A link where it leads to our pages or to a host that the shop names; anything else is text. */
function SafeLink({ href, children }: { href?: string; children?: ReactNode }) {
  const { linkHosts } = useShopConfig();
  const target = linkTarget(href, linkHosts);
  switch (target.kind) {
    case "page":
      return <OwnLink href={target.href}>{children}</OwnLink>;
    case "elsewhere":
      return (
        <a href={target.href} target="_blank" rel="noopener noreferrer nofollow">
          {children}
        </a>
      );
    case "text":
      return (
        <span>
          {children}
          {target.address && !saysAddress(children, target.address) && (
            <>
              {" ("}
              <bdi>{target.address}</bdi>
              {")"}
            </>
          )}
        </span>
      );
  }
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
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
