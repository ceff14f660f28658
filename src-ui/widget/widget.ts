import {
  type FrameMessage,
  type HostContext,
  type HostMessage,
  unwrap,
  wrap,
} from "../src/lib/embed/protocol";
import type { Options } from "./options";
import { View } from "./view";
import { wordsFor } from "./words";

/** What a page can be told of. `unread` has the count, `error` a code. */
export type WidgetEvent = "ready" | "open" | "close" | "unread" | "message" | "handoff" | "error";
type Listener = (detail: unknown) => void;

/** After so long without a word from the frame there is no chat in it: the server is down, or the page may not embed it. */
const PATIENCE_MS = 15_000;

/**
 * The chat on somebody's page. Its frame is made when it is opened for the first time, so that a page pays for nothing that
 * nobody asked for.
 */
export class Widget {
  readonly #options: Options;
  readonly #view: View;
  readonly #listeners = new Map<string, Set<Listener>>();
  #frame: HTMLIFrameElement | undefined;
  #ready = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #open = false;
  #unread = 0;
  #token: string | null = null;
  #context: HostContext;
  #openedFrom: Element | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#context = options.context;
    const words = wordsFor([
      options.look.locale,
      document.documentElement.lang,
      ...navigator.languages,
    ]);
    this.#view = new View(options, words, () => this.toggle());
    window.addEventListener("message", this.#onMessage);
    // Nobody asked for it yet, so whoever reads or writes on the page is left where he is.
    if (options.open) this.#show(false);
  }

  readonly open = (): void => this.#show(true);

  #show(focus: boolean): void {
    if (this.#open) return;
    this.#open = true;
    this.#unread = 0;
    this.#openedFrom = document.activeElement;
    this.#load();
    this.#view.show(true, 0);
    if (focus) this.#view.focusPanel();
    this.#emit("open");
    this.#emit("unread", 0);
  }

  readonly close = (): void => {
    if (!this.#open) return;
    this.#open = false;
    this.#view.show(false, this.#unread);
    const from = this.#openedFrom;
    if (
      from instanceof HTMLElement &&
      from !== document.body &&
      !from.hasAttribute("data-attendant")
    )
      from.focus();
    else this.#view.focusLauncher();
    this.#emit("close");
  };

  readonly toggle = (): void => {
    if (this.#open) this.close();
    else this.open();
  };

  /**
   * Says who is signed in on the page.
   *
   * @param token signed by the shop, as the API takes it; `null` for nobody
   */
  readonly identify = (token: string | null): void => {
    this.#token = typeof token === "string" && token !== "" ? token : null;
    this.#tell({ type: "identify", token: this.#token });
  };

  /** Says what the shopper looks at; takes the place of what was said before. */
  readonly context = (context: HostContext): void => {
    const { page, productId, orderId } = context ?? {};
    this.#context = { page, productId, orderId };
    this.#tell({ type: "context", context: this.#context });
  };

  /** @returns what ends it */
  readonly on = (event: WidgetEvent, listener: Listener): (() => void) => {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => this.off(event, listener);
  };

  readonly off = (event: WidgetEvent, listener: Listener): void => {
    this.#listeners.get(event)?.delete(listener);
  };

  /** Takes everything off the page. */
  readonly destroy = (): void => {
    window.removeEventListener("message", this.#onMessage);
    clearTimeout(this.#waiting);
    this.#listeners.clear();
    this.#open = false;
    this.#view.remove();
  };

  /** Loads the chat; again, if it did not come the last time. */
  #load(): void {
    if (this.#ready || this.#waiting !== undefined) return;
    const frame = document.createElement("iframe");
    frame.src = `${this.#options.origin}/embed`;
    frame.allow = "clipboard-write";
    this.#frame = frame;
    this.#view.mount(frame);
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#view.fail();
      this.#emit("error", "unreachable");
    }, PATIENCE_MS);
  }

  readonly #onMessage = (event: MessageEvent): void => {
    const mine =
      event.origin === this.#options.origin &&
      this.#frame !== undefined &&
      event.source === this.#frame.contentWindow;
    const message = mine ? unwrap<FrameMessage>(event.data) : undefined;
    switch (message?.type) {
      case "ready":
        clearTimeout(this.#waiting);
        this.#waiting = undefined;
        this.#ready = true;
        this.#view.ready();
        this.#tell({
          type: "hello",
          look: this.#options.look,
          token: this.#token,
          context: this.#context,
        });
        this.#emit("ready");
        break;
      case "close":
        this.close();
        break;
      case "message":
        this.#onAnswer();
        break;
      case "handoff":
        this.#emit("handoff");
        break;
      case "error":
        this.#emit("error", message.code);
        break;
      default:
      // Another script's message, or one of a later version.
    }
  };

  #onAnswer(): void {
    this.#emit("message");
    if (this.#open) return;
    this.#unread += 1;
    this.#view.show(false, this.#unread);
    this.#emit("unread", this.#unread);
  }

  #tell(message: HostMessage): void {
    if (this.#ready) this.#frame?.contentWindow?.postMessage(wrap(message), this.#options.origin);
  }

  #emit(event: WidgetEvent, detail?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) {
      try {
        listener(detail);
      } catch (error) {
        // The page's own mistake must not stop the chat.
        console.error("Attendant: a listener failed", error);
      }
    }
  }
}
