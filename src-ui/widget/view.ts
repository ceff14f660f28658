import { lettersOn } from "../src/lib/embed/contrast";
import { Cover } from "./cover";
import { icon } from "./icon";
import type { Options } from "./options";
import { CHAT_ICON, CLOSE_ICON, CROSS_ICON, SMALL, STYLES } from "./styles";
import type { Words } from "./words";

const COLOR = "#1f6b52";

/** What is on the page: launcher, greeting, panel. Knows nothing of what is said in the panel. */
export class View {
  readonly #host = document.createElement("div");
  readonly #frame = document.createElement("div");
  readonly #launcher = document.createElement("button");
  readonly #badge = document.createElement("span");
  readonly #panel = document.createElement("div");
  readonly #bubble = document.createElement("div");
  /** Stands over the frame until there is a chat in it. */
  readonly #wait = document.createElement("div");
  readonly #leave = document.createElement("button");
  readonly #saying = document.createElement("p");
  readonly #words: Words;
  readonly #cover = new Cover(this.#host);
  readonly #small = matchMedia(SMALL);
  #open = false;

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
    this.#frame.classList.add(side, look.theme ?? "light");
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
    this.#frame.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#open) onToggle();
    });
    this.#wait.className = "wait";
    this.#leave.type = "button";
    this.#leave.setAttribute("aria-label", words.close);
    this.#leave.append(icon(CROSS_ICON));
    this.#leave.addEventListener("click", onToggle);
    this.#saying.setAttribute("role", "status");
    this.#wait.append(this.#leave, this.#saying);
    if (greeting && !hidden) this.#fillBubble(greeting, onToggle);
    else this.#bubble.hidden = true;
    this.#frame.append(this.#panel, this.#bubble, this.#launcher);
    root.append(this.#frame);
    this.show(false, 0);
    document.body.append(this.#host);
    this.#small.addEventListener("change", this.#fit);
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

  /** Puts the chat into the panel, out of sight until {@link ready}. */
  mount(frame: HTMLIFrameElement): void {
    frame.title = this.#words.panel;
    this.#saying.textContent = "";
    this.#panel.replaceChildren(frame, this.#wait);
  }

  /** The chat is there. */
  ready(): void {
    const focused = this.#host.shadowRoot?.activeElement === this.#leave;
    this.#wait.remove();
    if (focused) this.focusPanel();
  }

  /** The chat does not come. */
  fail(): void {
    this.#saying.textContent = this.#words.failed;
  }

  /** @param unread how many answers came while it was closed */
  show(open: boolean, unread: number): void {
    this.#open = open;
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
    this.#fit();
  }

  /** On a small screen the panel covers the page. */
  readonly #fit = (): void => {
    const covers = this.#open && this.#small.matches;
    this.#panel.setAttribute("aria-modal", String(covers));
    this.#cover.set(covers);
  };

  focusPanel(): void {
    // A frame without a chat takes every key and gives none back.
    if (this.#wait.isConnected) this.#leave.focus();
    else this.#panel.querySelector("iframe")?.focus();
  }

  focusLauncher(): void {
    if (!this.#launcher.hidden) this.#launcher.focus();
  }

  remove(): void {
    this.#small.removeEventListener("change", this.#fit);
    this.#cover.set(false);
    this.#host.remove();
  }
}
