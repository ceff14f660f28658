import { afterEach, expect, test, vi } from "vitest";
import { CHANNEL } from "../src/lib/embed/protocol";
import { readOptions } from "./options";
import { Widget, type WidgetEvent } from "./widget";
import { wordsFor } from "./words";

const ORIGIN = "https://support.example.com";

function scriptWith(attributes: Record<string, string> = {}): HTMLScriptElement {
  const script = document.createElement("script");
  script.src = `${ORIGIN}/widget.js`;
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

let widget: Widget | undefined;
function start(attributes: Record<string, string> = {}): Widget {
  widget = new Widget(readOptions(scriptWith(attributes)));
  return widget;
}

afterEach(() => {
  widget?.destroy();
  widget = undefined;
});

const root = () => {
  const shadow = document.querySelector("[data-attendant]")?.shadowRoot;
  if (!shadow) throw new Error("no widget");
  return shadow;
};
const launcher = () => root().querySelector<HTMLButtonElement>(".launcher");
const frame = () => root().querySelector("iframe");

/** What the frame says, as the browser would deliver it. */
function say(type: string, more: object = {}, origin = ORIGIN): void {
  const source = frame()?.contentWindow ?? null;
  window.dispatchEvent(
    new MessageEvent("message", { data: { channel: CHANNEL, type, ...more }, origin, source }),
  );
}

/** What the page is told, as `name` or `name:detail`. */
function heard(...names: WidgetEvent[]): string[] {
  const all: string[] = [];
  for (const name of names) {
    widget?.on(name, (detail) => all.push(detail === undefined ? name : `${name}:${detail}`));
  }
  return all;
}

test("nothing is loaded before it is opened", () => {
  start();
  expect(frame()).toBeNull();
  launcher()?.click();
  expect(frame()?.src).toBe(`${ORIGIN}/embed`);
  expect(launcher()?.getAttribute("aria-expanded")).toBe("true");
});

test("the token is said to the frame's origin alone, and only once it is there", () => {
  const { open, identify } = start({ "data-product-id": "P1" });
  identify("a.b.c");
  open();
  const post = vi.spyOn(window, "postMessage").mockImplementation(() => {});
  // No frame has a window here; this one stands for it.
  Object.defineProperty(frame(), "contentWindow", { value: window });
  expect(post).not.toHaveBeenCalled();
  say("ready");
  const [message, origin] = post.mock.calls[0] ?? [];
  expect(origin).toBe(ORIGIN);
  expect(message).toMatchObject({
    type: "hello",
    token: "a.b.c",
    context: { productId: "P1" },
  });
  identify(null);
  expect(post).toHaveBeenLastCalledWith(
    { channel: CHANNEL, type: "identify", token: null },
    ORIGIN,
  );
  expect(frame()?.src).not.toContain("a.b.c");
});

test("only the frame is listened to", () => {
  const { open, close } = start();
  open();
  close();
  const events = heard("message", "unread");
  say("message", {}, "https://evil.example.com");
  window.dispatchEvent(
    new MessageEvent("message", {
      data: { channel: CHANNEL, type: "message" },
      origin: ORIGIN,
      source: window,
    }),
  );
  window.dispatchEvent(new MessageEvent("message", { data: "message", origin: ORIGIN }));
  expect(events).toEqual([]);
  say("message");
  expect(events).toEqual(["message", "unread:1"]);
});

test("answers are counted while it is closed, and read when it is opened", () => {
  const { open, close } = start();
  open();
  say("ready");
  const events = heard("open", "close", "unread");
  say("message");
  close();
  say("message");
  say("message");
  expect(launcher()?.getAttribute("aria-label")).toBe("Open chat. New messages: 2");
  open();
  expect(launcher()?.getAttribute("aria-label")).toBe("Close chat");
  expect(events).toEqual(["close", "unread:1", "unread:2", "open", "unread:0"]);
});

test("a listener that fails stops neither the others nor the chat", () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  const { open, on, off } = start();
  const told = vi.fn();
  on("open", () => {
    throw new Error("the page's own");
  });
  on("open", told);
  open();
  expect(told).toHaveBeenCalledOnce();
  expect(errors).toHaveBeenCalledOnce();
  off("open", told);
});

test("attributes that are not understood are left out with a warning", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const options = readOptions(
    scriptWith({
      "data-color": "url(evil)",
      "data-position": "bottom-left",
      "data-theme": "pink",
      "data-z-index": "top",
      "data-locale": "de-AT",
      "data-launcher": "mine",
    }),
  );
  expect(options).toMatchObject({
    origin: ORIGIN,
    side: "start",
    zIndex: 2_147_483_000,
    open: false,
    hidden: false,
    look: { locale: "de-AT", color: undefined, theme: "light" },
  });
  expect(warn.mock.calls.map(([text]) => String(text).split('"', 1)[0])).toEqual([
    "Attendant: data-theme=",
    "Attendant: data-color=",
    "Attendant: data-z-index=",
    "Attendant: data-launcher=",
  ]);
  expect(readOptions(scriptWith({ "data-color": "#abc" })).look.color).toBe("#aabbcc");
});

test("it speaks the language of the page or else of the browser", () => {
  expect(wordsFor(["xx", "pl-PL"]).open).toBe("Otwórz czat");
  expect(wordsFor([undefined, "tlh"]).open).toBe("Open chat");
});

test("a chat that does not come is told, can be left, and is tried again", () => {
  vi.useFakeTimers();
  const { open, close } = start();
  const events = heard("error", "ready");
  open();
  const first = frame();
  expect(root().activeElement?.getAttribute("aria-label")).toBe("Close chat");
  vi.advanceTimersByTime(14_999);
  expect(root().querySelector("[role=status]")?.textContent).toBe("");
  vi.advanceTimersByTime(1);
  expect(root().querySelector("[role=status]")?.textContent).toContain("can’t be reached");
  close();
  open();
  expect(frame()).not.toBe(first);
  say("ready");
  expect(root().querySelector(".wait")).toBeNull();
  expect(root().activeElement).toBe(frame());
  vi.advanceTimersByTime(60_000);
  close();
  open();
  expect(events).toEqual(["error:unreachable", "ready"]);
  vi.useRealTimers();
});

test("on a small screen the page is out of reach beneath it, and as it was after it", () => {
  const change: (() => void)[] = [];
  const small = {
    matches: true,
    addEventListener: (_: string, listener: () => void) => change.push(listener),
    removeEventListener: () => {},
  };
  vi.spyOn(window, "matchMedia").mockReturnValue(small as unknown as MediaQueryList);
  document.body.innerHTML = "<main></main><aside inert></aside>";
  const state = () =>
    ["main", "aside"].map((name) => document.querySelector(name)?.hasAttribute("inert"));
  const { open, close } = start();
  open();
  expect(state()).toEqual([true, true]);
  expect(document.documentElement.style.overflow).toBe("hidden");
  expect(root().querySelector("[role=dialog]")?.getAttribute("aria-modal")).toBe("true");
  // The phone is turned on its side, or a window made wider.
  small.matches = false;
  for (const listener of change) listener();
  expect(state()).toEqual([false, true]);
  small.matches = true;
  for (const listener of change) listener();
  close();
  expect(state()).toEqual([false, true]);
  expect(document.documentElement.style.overflow).toBe("");
});

test("Escape closes it from the launcher too, and opens nothing", () => {
  const { open } = start();
  const pressEscape = () =>
    launcher()?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  pressEscape();
  expect(frame()).toBeNull();
  open();
  pressEscape();
  expect(launcher()?.getAttribute("aria-expanded")).toBe("false");
});

test("every language has all the words", () => {
  for (const locale of ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ar"]) {
    const words = Object.values(wordsFor([locale]));
    expect(words).toHaveLength(6);
    expect(words.every((word) => word.length > 0)).toBe(true);
  }
  expect(wordsFor(["ar"])).not.toBe(wordsFor(["en"]));
});

test("it is gone without a trace", () => {
  const { open, destroy } = start();
  open();
  destroy();
  expect(document.querySelector("[data-attendant]")).toBeNull();
});
