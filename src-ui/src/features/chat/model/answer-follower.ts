import { ApiError, errorCode } from "@/lib/api-error";
import type { TurnRequest } from "./chat-api";
import type { ChatEvent } from "./chat-event";
import type { Line } from "./line";
import { pause, type SessionLink } from "./session-link";

/** How often a broken answer is joined again before the shopper is told. */
const MAX_JOINS = 3;

/** What else the session does while an answer is followed. */
export interface AnswerListener {
  /** Before the thread shows it. */
  onEvent: (event: ChatEvent, id: number | undefined) => void;
  /** After the thread has shown the end of the answer. */
  onEnded: () => void;
  /** After the thread has shown that there will be no answer. */
  onRefused: (code: string) => void;
}

/** Follows the answers to this tab's own questions, each to its end, over every break of the line. */
export class AnswerFollower {
  readonly #link: SessionLink;
  readonly #line: Line;
  readonly #listener: AnswerListener;
  #stopWanted = false;

  constructor(link: SessionLink, line: Line, listener: AnswerListener) {
    this.#link = link;
    this.#line = line;
    this.#listener = listener;
  }

  /** Follows an answer to its end, joining it again when the line breaks. */
  async follow(answerKey: string, request: TurnRequest): Promise<void> {
    const opened = this.#link.open();
    if (!opened) return;
    const { ref, scope } = opened;
    this.#stopWanted = false;
    let lastEventId: number | undefined;
    let joins = 0;
    const running = () => !scope.aborted && this.#link.getState().turn?.answerKey === answerKey;
    const onEvent = (event: ChatEvent, id: number | undefined) => {
      if (scope.aborted) return;
      joins = 0;
      lastEventId = id ?? lastEventId;
      this.#show(answerKey, event, id);
    };

    while (running()) {
      if (!this.#line.online) {
        await this.#line.whole();
        if (!running()) return;
      }
      let failure: unknown;
      const attempt = this.#line.during(scope);
      try {
        await this.#link.api.streamTurn(ref, request, lastEventId, { onEvent }, attempt);
      } catch (error) {
        failure = error;
      }
      if (!running()) return;
      // What the browser's own network broke says nothing about the shop.
      if (!attempt.aborted) joins += 1;
      const lost = failure === undefined || (failure instanceof ApiError && failure.status === 0);
      if (!lost || joins > MAX_JOINS) {
        this.#refuse(answerKey, failure);
        return;
      }
      await this.#link.wait(pause(Math.max(joins, 1)), scope);
    }
  }

  /** Ends the running turn. */
  async stop(): Promise<void> {
    const { turn } = this.#link.getState();
    const opened = this.#link.open();
    if (!turn || !opened) return;
    if (!turn.turnId) {
      // The server has not named the turn yet: it is stopped as soon as it does.
      this.#stopWanted = true;
      return;
    }
    try {
      await this.#link.api.stopTurn(opened.ref, turn.turnId);
    } catch (error) {
      this.#link.dispatch({ type: "noticeChanged", code: errorCode(error) });
    }
  }

  #show(answerKey: string, event: ChatEvent, id: number | undefined): void {
    this.#listener.onEvent(event, id);
    this.#link.dispatch({ type: "turnEvent", answerKey, eventId: id, event });
    if (event.type === "turn.started" && this.#stopWanted) {
      this.#stopWanted = false;
      void this.stop();
    }
    if (event.type === "turn.completed" || event.type === "turn.failed") this.#listener.onEnded();
  }

  #refuse(answerKey: string, error: unknown): void {
    const retryable = !(error instanceof ApiError) || error.retryable || error.status === 409;
    const code = error === undefined ? "network" : errorCode(error);
    const failure = { code, message: "", retryable };
    this.#link.dispatch({ type: "turnRefused", answerKey, failure });
    this.#listener.onRefused(code);
  }
}
