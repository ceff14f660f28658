import { ApiError } from "@/lib/api-error";
import type { ConversationRef } from "./chat-api";
import type { SessionLink } from "./session-link";
import { decodeTriesLeft, type OrderLookup } from "./verification";

/** The ways in which a guest shows who is asking. Failures are shown where the details were given. */
export class Verifier {
  readonly #link: SessionLink;

  constructor(link: SessionLink) {
    this.#link = link;
  }

  /**
   * Has a code sent to an e-mail address.
   *
   * @throws ApiError with the server's code, for instance `too_many_attempts`
   */
  async requestCode(email: string): Promise<void> {
    await this.#whileOpen(
      (ref) => this.#link.api.requestCode(ref, email),
      (check) => this.#link.dispatch({ type: "codeSent", check: { ...check, email } }),
    );
  }

  /**
   * Gives the code from the mail.
   *
   * @throws ApiError with the server's code; after `code_invalid` the tries that are left are known
   */
  async submitCode(code: string): Promise<void> {
    try {
      await this.#whileOpen(
        (ref) => this.#link.api.submitCode(ref, code),
        (result) => this.#link.dispatch({ type: "verified", result }),
      );
    } catch (error) {
      if (error instanceof ApiError && error.code === "code_invalid") {
        this.#link.dispatch({ type: "codeRefused", triesLeft: decodeTriesLeft(error.problem) });
      }
      throw error;
    }
  }

  /**
   * Shows with an order's number and its e-mail or postal code that the order is the shopper's.
   *
   * @returns whether they belong together
   * @throws ApiError with the server's code, for instance `too_many_attempts`
   */
  async lookUpOrder(lookup: OrderLookup): Promise<boolean> {
    let matches = false;
    await this.#whileOpen(
      (ref) => this.#link.api.lookUpOrder(ref, lookup),
      (result) => {
        matches = result.level !== "anonymous";
        if (matches) this.#link.dispatch({ type: "verified", result });
      },
    );
    return matches;
  }

  /** Takes a call's answer only if the conversation is still the same one. */
  async #whileOpen<T>(
    call: (ref: ConversationRef) => Promise<T>,
    take: (answer: T) => void,
  ): Promise<void> {
    const open = this.#link.open();
    if (!open) return;
    const answer = await call(open.ref);
    if (!open.scope.aborted) take(answer);
  }
}
