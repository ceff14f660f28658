import { lettersOn } from "../src/lib/embed/contrast";
import type { Options } from "./options";
import { CHAT_ICON, CLOSE_ICON, STYLES } from "./styles";
import type { Words } from "./words";

const COLOR = "#1f6b52";
const SVG = "http://www.w3.org/2000/svg";
const NARROW = "(max-width: 480px)";

/** What is on the page: launcher, greeting, panel. Knows nothing of what is said in the panel. */
export class View {
  readonly #host = document.createElement("div");
  readonly #frame = document.createElement("div");
  readonly #launcher = document.createElement("button");
  readonly #badge = document.createElement("span");
  readonly #panel = document.createElement("div");
  readonly #bubble = document.createElement("div");
  readonly #words: Words;
  #pageOverflow: string | undefined;

  /** @param onToggle the shopper wants it opened or closed */
  constructor(options: Options, words: Words, onToggle: () => void) {
    this.#words = words;
    const { look, side, zIndex, hidden, greeting } = options;
    this.#host.setAttribute("data-attendant", "");
    const root = this.#host.attachShadow({ mode: "open" });
    // Rules that a page's content policy lets through where a style element is not.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${STYLES}:host { z-index: ${zIndex} !important; }`);
    root.adoptedStyleSheets = [sheet];
    const dark =
      look.theme === "dark" ||
      (look.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    this.#frame.className = `${side}${dark ? " dark" : ""}`;
    const color = look.color ?? COLOR;
    this.#frame.style.setProperty("--color", color);
    this.#frame.style.setProperty("--letters", lettersOn(color));

    this.#launcher.className = "launcher";
    this.#launcher.type = "button";
    this.#launcher.hidden = hidden;
    this.#launcher.addEventListener("click", onToggle);
    this.#badge.className = "badge";
    this.#badge.setAttribute("aria-hidden", "true");

    this.#panel.className = "panel";
    this.#panel.hidden = true;
    this.#panel.setAttribute("role", "dialog");
    this.#panel.setAttribute("aria-label", words.panel);
    this.#panel.tabIndex = -1;
    this.#panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") onToggle();
    });
    if (greeting && !hidden) this.#fillBubble(greeting, onToggle);
    else this.#bubble.hidden = true;
    this.#frame.append(this.#panel, this.#bubble, this.#launcher);
    root.append(this.#frame);
    this.show(false, 0);
    document.body.append(this.#host);
  }

  #fillBubble(greeting: string, onToggle: () => void): void {
    this.#bubble.className = "bubble";
    const say = document.createElement("button");
    say.type = "button";
    say.textContent = greeting;
    say.addEventListener("click", onToggle);
    const dismiss = document.createElement("button");
    dismiss.type = "button";
    dismiss.className = "no";
    dismiss.textContent = "×";
    dismiss.setAttribute("aria-label", this.#words.dismiss);
    dismiss.addEventListener("click", () => {
      this.#bubble.hidden = true;
    });
    this.#bubble.append(say, dismiss);
  }

  /** Puts the chat into the panel. */
  mount(frame: HTMLIFrameElement): void {
    frame.title = this.#words.panel;
    this.#panel.replaceChildren(frame);
  }

  /** @param unread how many answers came while it was closed */
  show(open: boolean, unread: number): void {
    this.#panel.hidden = !open;
    this.#frame.classList.toggle("open", open);
    if (open) this.#bubble.hidden = true;
    const label = open ? this.#words.close : this.#words.open;
    const news = unread > 0 ? `. ${this.#words.unread.replace("{n}", String(unread))}` : "";
    this.#launcher.setAttribute("aria-label", label + news);
    this.#launcher.setAttribute("aria-expanded", String(open));
    this.#launcher.replaceChildren(icon(open ? CLOSE_ICON : CHAT_ICON));
    this.#badge.textContent = unread > 9 ? "9+" : String(unread);
    if (unread > 0) this.#launcher.append(this.#badge);
    this.#lockPage(open && matchMedia(NARROW).matches);
  }

  /** On a small screen the panel covers the page, which must not scroll beneath it. */
  #lockPage(lock: boolean): void {
    const { style } = document.documentElement;
    if (lock && this.#pageOverflow === undefined) {
      this.#pageOverflow = style.overflow;
      style.overflow = "hidden";
    } else if (!lock && this.#pageOverflow !== undefined) {
      style.overflow = this.#pageOverflow;
      this.#pageOverflow = undefined;
    }
  }

  focusPanel(): void {
    (this.#panel.querySelector("iframe") ?? this.#panel).focus();
  }

  focusLauncher(): void {
    if (!this.#launcher.hidden) this.#launcher.focus();
  }

  remove(): void {
    this.#lockPage(false);
    this.#host.remove();
  }
}

/** Made by hand, since a page may forbid to turn text into elements. */
function icon(outline: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 24 24",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  })) {
    svg.setAttribute(name, value);
  }
  path.setAttribute("d", outline);
  svg.append(path);
  return svg;
}
