import type { ActionOutcome, Decision } from "@/features/chat/model/action";
import type { ChatApi, EventListener, TurnRequest } from "@/features/chat/model/chat-api";
import type { ChatEvent } from "@/features/chat/model/chat-event";
import type { Feedback } from "@/features/chat/model/feedback";
import { decodeTranscript, type Transcript } from "@/features/chat/model/transcript";
import type { OrderLookup, VerificationResult } from "@/features/chat/model/verification";

/** One stream that a test writes to. */
export interface FakeStream {
  request?: TurnRequest;
  lastEventId: number | undefined;
  listener: EventListener;
  emit(id: number, event: ChatEvent): void;
  end(): void;
  fail(error: Error): void;
}

/** A server that does what the test tells it. */
export class FakeChatApi implements ChatApi {
  readonly turns: FakeStream[] = [];
  readonly follows: FakeStream[] = [];
  readonly stopped: string[] = [];
  transcript: Transcript = decodeTranscript({ id: "c1" });
  getFailure: Error | undefined;
  /** What the next decisions are answered with; the last one for all that follow. */
  outcomes: (ActionOutcome | Error)[] = [{ status: "executed" }];
  readonly decisions: [string, Decision][] = [];
  /** What the next checks of who is asking are answered with. */
  checks: (VerificationResult | Error)[] = [{ level: "customer" }];
  readonly checked: unknown[] = [];
  createFailure: Error | undefined;
  handoffFailure: Error | undefined;
  /** Ratings and words on the resolution, as they arrived. */
  readonly feedback: unknown[] = [];
  feedbackFailure: Error | undefined;
  created = 0;
  read = 0;

  async createConversation() {
    if (this.createFailure) throw this.createFailure;
    this.created += 1;
    return { id: `c${this.created}`, token: "secret", greeting: "Hello", suggestions: [] };
  }

  async getConversation() {
    this.read += 1;
    if (this.getFailure) throw this.getFailure;
    return this.transcript;
  }

  streamTurn(
    _ref: unknown,
    request: TurnRequest,
    lastEventId: number | undefined,
    listener: EventListener,
    signal: AbortSignal,
  ) {
    return this.#open(this.turns, { request, lastEventId, listener }, signal);
  }

  followConversation(
    _ref: unknown,
    lastEventId: number | undefined,
    listener: EventListener,
    signal: AbortSignal,
  ) {
    return this.#open(this.follows, { lastEventId, listener }, signal);
  }

  async stopTurn(_ref: unknown, turnId: string) {
    this.stopped.push(turnId);
  }

  async requestHandoff() {
    if (this.handoffFailure) throw this.handoffFailure;
    return { ticketId: "k1", state: "open", position: 3 };
  }

  async decideAction(_ref: unknown, actionId: string, decision: Decision) {
    this.decisions.push([actionId, decision]);
    return next(this.outcomes);
  }

  async requestCode(_ref: unknown, email: string) {
    this.checked.push(email);
    return { expiresAt: "2026-03-05T10:10:00Z" };
  }

  async submitCode(_ref: unknown, code: string) {
    this.checked.push(code);
    return next(this.checks);
  }

  async lookUpOrder(_ref: unknown, lookup: OrderLookup) {
    this.checked.push(lookup);
    return next(this.checks);
  }

  async rate(_ref: unknown, messageId: string, feedback: Feedback) {
    if (this.feedbackFailure) throw this.feedbackFailure;
    this.feedback.push({ messageId, ...feedback });
  }

  async resolve(_ref: unknown, resolved: boolean) {
    if (this.feedbackFailure) throw this.feedbackFailure;
    this.feedback.push({ resolved });
  }

  #open(
    list: FakeStream[],
    call: Pick<FakeStream, "request" | "lastEventId" | "listener">,
    signal: AbortSignal,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => resolve());
      list.push({
        ...call,
        emit: (id, event) => call.listener.onEvent(event, id),
        end: resolve,
        fail: reject,
      });
    });
  }
}

function next<T>(answers: (T | Error)[]): T {
  const answer = answers.length > 1 ? answers.shift() : answers[0];
  if (answer instanceof Error) throw answer;
  if (answer === undefined) throw new Error("The test has no answer for this call");
  return answer;
}
