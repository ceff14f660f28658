import type { HostContext, HostLook } from "../src/lib/embed/protocol";

/** What the script's `data-` attributes say. */
export interface Options {
  /** Where the shop's assistant is; the script's own origin. */
  origin: string;
  look: HostLook;
  context: HostContext;
  /** A page's start is its right side where it is read from right to left. */
  side: "start" | "end";
  /** Said in a bubble beside the launcher until it is opened or dismissed. */
  greeting?: string;
  zIndex: number;
  open: boolean;
  /** Whether the page brings a button of its own. */
  hidden: boolean;
}

const TOP = 2_147_483_000;
const POSITIONS: Record<string, "start" | "end"> = {
  "bottom-right": "end",
  "bottom-left": "start",
  "bottom-end": "end",
  "bottom-start": "start",
};

/** A bare attribute says yes. */
const FLAGS: Record<string, boolean> = { "": true, true: true, false: false };

/** Reads the attributes; what is not understood is left out, with a warning. */
export function readOptions(script: HTMLScriptElement): Options {
  const data = script.dataset;
  const known = <T>(name: string, parse: (value: string) => T | undefined): T | undefined => {
    const value = data[name];
    if (value === undefined) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      console.warn(`Attendant: data-${attribute}="${value}" is not understood`);
    }
    return parsed;
  };
  return {
    origin: new URL(script.src, location.href).origin,
    look: {
      locale: known("locale", (value) =>
        /^[a-z]{2}(-[A-Za-z0-9]{2,8})*$/i.test(value) ? value : undefined,
      ),
      theme:
        known("theme", (value) =>
          value === "light" || value === "dark" || value === "auto" ? value : undefined,
        ) ?? "light",
      color: known("color", fullColor),
    },
    context: { page: data.page, productId: data.productId, orderId: data.orderId },
    side: known("position", (value) => POSITIONS[value]) ?? "end",
    greeting: data.greeting?.trim() || undefined,
    zIndex:
      known("zIndex", (value) => (/^\d{1,10}$/.test(value) ? Number(value) : undefined)) ?? TOP,
    open: known("open", (value) => FLAGS[value]) ?? false,
    hidden: known("launcher", (value) => (value === "none" ? true : undefined)) ?? false,
  };
}

function fullColor(value: string): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  return /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
}
