import { describe, expect, it } from "vitest";
import { linkTarget, saysAddress } from "./safe-link";

const ORIGIN = "https://shop.example";
const HOSTS = ["help.example", "*.carrier.example"];

const target = (href: string | undefined) => linkTarget(href, HOSTS, ORIGIN);

describe("linkTarget", () => {
  it.each([
    ["/help/returns", "/help/returns"],
    ["/shop?query=lamp#top", "/shop?query=lamp#top"],
    ["https://shop.example/help/returns", "/help/returns"],
    ["HTTPS://SHOP.example/help", "/help"],
    ["//shop.example/a", "/a"],
    [" /a ", "/a"],
  ])("takes %j for a page of ours", (href, page) =>
    expect(target(href)).toEqual({ kind: "page", href: page }),
  );

  it.each([
    "https://help.example/a?b=c",
    "https://track.carrier.example/T-1",
    "https://eu.track.carrier.example/",
  ])("takes %j for a page of a named host", (href) =>
    expect(target(href)).toEqual({ kind: "elsewhere", href }),
  );

  it.each([
    ["https://evil.example/a", "https://evil.example/a"],
    ["http://help.example/", "http://help.example/"],
    ["http://shop.example/", "http://shop.example/"],
    ["https://help.example:8443/", "https://help.example:8443/"],
    ["https://shop.example:8443/", "https://shop.example:8443/"],
    ["https://carrier.example/", "https://carrier.example/"],
    ["https://evilcarrier.example/", "https://evilcarrier.example/"],
    ["https://help.example.evil.example/", "https://help.example.evil.example/"],
    ["https://help.example@evil.example/", "https://help.example@evil.example/"],
    ["https://help.example:x@shop.example/", "https://help.example:x@shop.example/"],
    ["//evil.example/x", "https://evil.example/x"],
    ["/\\evil.example/x", "https://evil.example/x"],
    ["\\\\evil.example", "https://evil.example/"],
    ["/\t/evil.example/x", "https://evil.example/x"],
    ["https://hеlp.example/", "https://xn--hlp-rdd.example/"],
    ["mailto:help@evil.example?body=x", "help@evil.example"],
    ["tel:+3510000", "+3510000"],
  ])("shows %j as text", (href, address) =>
    expect(target(href)).toEqual({ kind: "text", address }),
  );

  it("follows the address that the browser would", () =>
    expect(target("https://help.example\\.evil.example/")).toEqual({
      kind: "elsewhere",
      href: "https://help.example/.evil.example/",
    }));

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://help.example/x",
    "filesystem:https://help.example/x",
    "file:///etc/passwd",
    "relative/page",
    "#part",
    "",
    "https://",
    undefined,
  ])("shows nothing of %j", (href) => expect(target(href)).toEqual({ kind: "text" }));

  it("shortens an endless address", () => {
    const found = target(`https://evil.example/${"a".repeat(5000)}`);
    expect(found).toMatchObject({ kind: "text", address: expect.stringMatching(/^.{200}…$/) });
  });

  it("names no host unless told", () =>
    expect(linkTarget("https://help.example/", [], ORIGIN).kind).toBe("text"));
});

describe("saysAddress", () => {
  it("knows an address that is shown already", () => {
    expect(saysAddress("https://evil.example", "https://evil.example/")).toBe(true);
    expect(saysAddress("www.evil.example", "http://www.evil.example/")).toBe(true);
    expect(saysAddress("https://shop.example", "https://evil.example/")).toBe(false);
    expect(saysAddress(["a"], "a")).toBe(false);
  });
});
