import { describe, expect, it } from "vitest";
import { isOwnPage, safeHref } from "./safe-link";

describe("safeHref", () => {
  it.each([
    "/help/returns",
    "/shop?query=lamp#top",
    "#part",
    "https://example.com/a",
    "http://example.com/",
    "mailto:shop@example.com",
    "tel:+3510000",
  ])("allows %s", (href) => expect(safeHref(href)).toBe(href));

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://example.com/x",
    "file:///etc/passwd",
    "//evil.example/x",
    "/\\evil.example/x",
    "\\\\evil.example",
    "https://shop.example@evil.example/",
    "relative/page",
    "",
  ])("refuses %j", (href) => expect(safeHref(href)).toBeUndefined());

  it("refuses a link without an address", () => expect(safeHref(undefined)).toBeUndefined());

  it("knows our own pages", () => {
    expect(isOwnPage("/help/a")).toBe(true);
    expect(isOwnPage("https://example.com/")).toBe(false);
  });
});
