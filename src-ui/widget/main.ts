import { readOptions } from "./options";
import { Widget } from "./widget";

/** Calls from before the script was there: `window.Attendant = {q: [["identify", token]]}`. */
interface Stub {
  q?: unknown;
}

type Api = Pick<
  Widget,
  "open" | "close" | "toggle" | "identify" | "context" | "on" | "off" | "destroy"
>;

function start(script: HTMLScriptElement): void {
  const page = window as unknown as { Attendant?: Stub | Api };
  if (page.Attendant && "open" in page.Attendant) {
    console.warn("Attendant: the script is on this page already");
    return;
  }
  const calls = page.Attendant?.q;
  const widget = new Widget(readOptions(script));
  const { open, close, toggle, identify, context, on, off } = widget;
  const destroy = () => {
    widget.destroy();
    // The script may be put on the page again.
    if (page.Attendant === api) delete page.Attendant;
  };
  const api: Api = { open, close, toggle, identify, context, on, off, destroy };
  page.Attendant = api;
  for (const call of Array.isArray(calls) ? calls : []) {
    const [name, ...args] = Array.isArray(call) ? call : [];
    const method = api[name as keyof Api] as ((...values: unknown[]) => unknown) | undefined;
    if (method) method(...args);
    else console.warn(`Attendant: there is no ${String(name)}`);
  }
}

const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');
if (!script) console.error("Attendant: the script can't find its own element");
else if (document.body) start(script);
else document.addEventListener("DOMContentLoaded", () => start(script));
