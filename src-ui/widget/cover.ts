/**
 * Keeps the page still and out of reach while the panel covers it: it must not scroll beneath, nor be reached by the Tab key.
 */
export class Cover {
  readonly #host: Element;
  #overflow: string | undefined;
  #made: Element[] = [];

  /** @param host what stays in reach */
  constructor(host: Element) {
    this.#host = host;
  }

  set(covered: boolean): void {
    const { style } = document.documentElement;
    if (covered && this.#overflow === undefined) {
      this.#overflow = style.overflow;
      style.overflow = "hidden";
      this.#made = [...document.body.children].filter(
        (element) => element !== this.#host && !element.hasAttribute("inert"),
      );
      for (const element of this.#made) element.setAttribute("inert", "");
    } else if (!covered && this.#overflow !== undefined) {
      style.overflow = this.#overflow;
      this.#overflow = undefined;
      for (const element of this.#made.splice(0)) element.removeAttribute("inert");
    }
  }
}
