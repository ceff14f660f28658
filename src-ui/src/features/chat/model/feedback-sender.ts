import { errorCode } from "@/lib/api-error";
import type { ConversationRef } from "./chat-api";
import type { Feedback } from "./feedback";
import type { SessionLink } from "./session-link";
import type { ThreadAction } from "./thread";

/** What the shopper thinks of answers, on its way to the server; shown before it has arrived. */
export class FeedbackSender {
  readonly #link: SessionLink;
  /** Sent one after the other, so that a change of mind can't arrive before what it changes. */
  #sent: Promise<void> = Promise.resolve();

  constructor(link: SessionLink) {
    this.#link = link;
  }

  /** Rates an answer in place of an earlier rating. */
  async rate(messageId: string, feedback: Feedback): Promise<void> {
    const current = () => this.#link.getState().ratings[messageId];
    const before = current();
    await this.#send(
      { type: "rated", messageId, feedback },
      () => (current() === feedback ? { type: "rated", messageId, feedback: before } : undefined),
      (ref) => this.#link.api.rate(ref, messageId, feedback),
    );
  }

  /** Says whether the conversation has solved what it was about. */
  async resolve(resolved: boolean): Promise<void> {
    const before = this.#link.getState().resolved;
    await this.#send(
      { type: "resolutionGiven", resolved },
      () =>
        this.#link.getState().resolved === resolved
          ? { type: "resolutionGiven", resolved: before }
          : undefined,
      (ref) => this.#link.api.resolve(ref, resolved),
    );
  }

  /** @param undo what takes it back, unless something else was given since */
  async #send(
    given: ThreadAction,
    undo: () => ThreadAction | undefined,
    call: (ref: ConversationRef) => Promise<void>,
  ): Promise<void> {
    const open = this.#link.open();
    if (!open) return;
    this.#link.dispatch(given);
    const sending = this.#sent.then(() => call(open.ref));
    this.#sent = sending.catch(() => undefined);
    try {
      await sending;
    } catch (error) {
      if (open.scope.aborted) return;
      const back = undo();
      if (back) this.#link.dispatch(back);
      this.#link.dispatch({ type: "noticeChanged", code: errorCode(error) });
    }
  }
}
