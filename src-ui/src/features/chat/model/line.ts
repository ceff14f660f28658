import type { Network } from "./network";

/**
 * The line to the server as a session sees it: cut when the browser goes offline, since a stream
 * can hang on a dead line for long, and whole again when it is back.
 */
export class Line {
  readonly #network: Network;
  readonly #onChange: (online: boolean) => void;
  #cut = new AbortController();
  #waiting: (() => void)[] = [];

  constructor(network: Network, onChange: (online: boolean) => void) {
    this.#network = network;
    this.#onChange = onChange;
  }

  get online(): boolean {
    return this.#network.isOnline();
  }

  /** Aborted when the line is cut or the scope ends; for one call. */
  during(scope: AbortSignal): AbortSignal {
    return AbortSignal.any([scope, this.#cut.signal]);
  }

  /** Watches the network until the scope ends. */
  watch(scope: AbortSignal): void {
    const unsubscribe = this.#network.subscribe(() => this.#changed());
    scope.addEventListener("abort", () => {
      unsubscribe();
      this.#release();
    });
    this.#changed();
  }

  /** Resolves when there is a network, or when it is not watched any more. */
  async whole(): Promise<void> {
    if (!this.online) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #changed(): void {
    if (this.online) this.#release();
    else {
      this.#cut.abort();
      this.#cut = new AbortController();
    }
    this.#onChange(this.online);
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
