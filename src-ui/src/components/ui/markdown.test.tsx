import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@/testing/render-app";
import Markdown from "./markdown";
import { splitBlocks } from "./markdown-blocks";

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

  it("links only where it may", async () => {
    await renderApp(
      <Markdown text="[own](/help/returns) [web](https://example.com/) [bad](javascript:alert(1))" />,
    );
    expect(screen.getByRole("link", { name: "own" })).toHaveAttribute("href", "/help/returns");
    expect(screen.getByRole("link", { name: "web" })).toHaveAttribute(
      "rel",
      "noopener noreferrer nofollow",
    );
    expect(screen.queryByRole("link", { name: "bad" })).toBeNull();
    expect(screen.getByText("bad")).toBeInTheDocument();
  });

  it("shows a picture's words in place of the picture", async () => {
    const { container } = await renderApp(
      <Markdown text="![a cat](https://example.com/cat.png)" />,
    );
    expect(container.querySelector("img")).toBeNull();
    expect(screen.getByText("a cat")).toBeInTheDocument();
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

  it("gives nothing for nothing", () => expect(splitBlocks("\n\n")).toEqual([]));
});
