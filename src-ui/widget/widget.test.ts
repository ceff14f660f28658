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
      "data-z-index": "12",
      "data-locale": "de-AT",
    }),
  );
  expect(options).toMatchObject({
    origin: ORIGIN,
    side: "start",
    zIndex: 12,
    look: { locale: "de-AT", color: undefined, theme: undefined },
  });
  expect(warn).toHaveBeenCalledTimes(2);
  expect(readOptions(scriptWith({ "data-color": "#abc" })).look.color).toBe("#aabbcc");
});

test("it speaks the language of the page or else of the browser", () => {
  expect(wordsFor(["xx", "pl-PL"]).open).toBe("Otwórz czat");
  expect(wordsFor([undefined, "tlh"]).open).toBe("Open chat");
});

test("it is gone without a trace", () => {
  const { open, destroy } = start();
  open();
  destroy();
  expect(document.querySelector("[data-attendant]")).toBeNull();
});
