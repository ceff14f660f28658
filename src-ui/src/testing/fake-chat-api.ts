import type { ChatApi, EventListener, TurnRequest } from "@/features/chat/model/chat-api";
import type { ChatEvent } from "@/features/chat/model/chat-event";
import { decodeTranscript, type Transcript } from "@/features/chat/model/transcript";

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
  createFailure: Error | undefined;
  handoffFailure: Error | undefined;
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
