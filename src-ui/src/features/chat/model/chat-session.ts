import { ApiError, errorCode } from "@/lib/api-error";
import { ActionDecisions } from "./action-decisions";
import { AnswerFollower } from "./answer-follower";
import type { ChatApi, ConversationRef, PageContext, TurnRequest } from "./chat-api";
import type { ChatEvent } from "./chat-event";
import type { ConversationRefs } from "./conversation-refs";
import { FeedbackSender } from "./feedback-sender";
import { followOthers } from "./follow";
import { Line } from "./line";
import type { ShopperMessage } from "./message";
import { MessageQueue } from "./message-queue";
import type { Network } from "./network";
import type { Outbox } from "./outbox";
import { OwnEvents } from "./own-events";
import type { SessionLink } from "./session-link";
import { EMPTY_THREAD, type ThreadAction, type ThreadState, threadReducer } from "./thread";
import type { ActiveTurn } from "./transcript";
import { Verifier } from "./verifier";

/** What a session needs from the world around it. */
export interface ChatSessionContext {
  api: ChatApi;
  refs: ConversationRefs;
  locale: () => string;
  /** What the shopper asks about. */
  page: () => PageContext | undefined;
  now: () => Date;
  newId: () => string;
  /** Resolves after that many milliseconds, or at once when the signal is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  network: Network;
  outbox: Outbox;
}

/**
 * One conversation of one shopper: opens or restores it, asks, follows answers and everything else
 * that happens in it, and keeps the thread's state for the page to show.
 */
export class ChatSession {
  readonly actions: ActionDecisions;
  readonly verifier: Verifier;
  readonly queue: MessageQueue;
  readonly feedback: FeedbackSender;
  readonly #context: ChatSessionContext;
  readonly #listeners = new Set<() => void>();
  readonly #link: SessionLink;
  readonly #line: Line;
  readonly #own = new OwnEvents();
  readonly #answers: AnswerFollower;
  #state: ThreadState = EMPTY_THREAD;
  #ref: ConversationRef | undefined;
  #scope = new AbortController();
  #refreshState: "idle" | "loading" | "again" = "idle";

  constructor(context: ChatSessionContext) {
    this.#context = context;
    this.#link = {
      api: context.api,
      wait: context.wait,
      getState: this.getState,
      open: () => this.#ref && { ref: this.#ref, scope: this.#scope.signal },
      dispatch: (action) => this.#dispatch(action),
    };
    this.actions = new ActionDecisions(this.#link);
    this.verifier = new Verifier(this.#link);
    this.queue = new MessageQueue(this.#link, context.outbox, context.newId);
    this.#line = new Line(context.network, (online) => this.#onNetworkChange(online));
    this.feedback = new FeedbackSender(this.#link);
    this.#answers = new AnswerFollower(this.#link, this.#line, {
      onEvent: (event, id) => this.#onOwnEvent(event, id),
      onEnded: () => this.#onAnswerEnded(),
      onRefused: (code) => this.#onRefused(code),
    });
  }

  readonly getState = (): ThreadState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Restores the stored conversation or begins a new one, and follows it until {@link close}. */
  async open(): Promise<void> {
    const scope = this.#renewScope();
    // Lets a caller that closes again at once, as React's strict mode does, leave no trace.
    await Promise.resolve();
    if (scope.aborted) return;
    this.#dispatch({ type: "opening" });
    this.#line.watch(scope);
    try {
      const { ref, lastEventId, activeTurn } = (await this.#restore()) ?? (await this.#create());
      if (scope.aborted) return;
      this.#ref = ref;
      void followOthers(this.#link, this.#line, lastEventId, (event, id) =>
        this.#onLiveEvent(event, id),
      );
      this.queue.restore();
      if (activeTurn) this.#join(activeTurn);
      else void this.#sendQueued();
    } catch (error) {
      if (!scope.aborted) this.#dispatch({ type: "openingFailed", code: errorCode(error) });
    }
  }

  close(): void {
    this.#scope.abort();
  }

  /** Leaves this conversation and begins a new one. */
  async startNew(): Promise<void> {
    this.#context.refs.forget();
    await this.open();
  }

  /** Leaves this conversation for another of the signed-in shopper; stays if that one can't be opened. */
  async switchTo(id: string): Promise<void> {
    if (id === this.#state.conversationId) return;
    // Its shopper's bearer alone opens it.
    const ref = { id, token: "" };
    const scope = this.#scope.signal;
    this.dismissNotice();
    try {
      await this.#context.api.getConversation(ref);
    } catch (error) {
      if (!scope.aborted) this.#dispatch({ type: "noticeChanged", code: errorCode(error) });
      return;
    }
    if (scope.aborted) return;
    this.#context.refs.save(ref);
    await this.open();
  }

  /**
   * Asks, or lets the question wait while there is no network; does nothing while an answer is
   * being given or the conversation is not open.
   */
  async send(text: string): Promise<void> {
    const request = { text, clientMessageId: this.#context.newId() };
    if (this.#line.online) await this.#ask(request);
    else this.#putInQueue(request);
  }

  /** Ends the running turn. */
  async stop(): Promise<void> {
    await this.#answers.stop();
  }

  /** Asks the question of a failed answer again. */
  async retry(answerKey: string): Promise<void> {
    const { messages } = this.#state;
    const index = messages.findIndex((message) => message.key === answerKey);
    const asked = messages.slice(0, Math.max(index, 0)).findLast((m) => m.from === "shopper");
    if (asked?.from === "shopper") await this.resend(asked.key, asked.text);
  }

  /** Asks again in place of an earlier question; what followed that one is dropped. */
  async resend(shopperKey: string, text: string): Promise<void> {
    const asked = this.#state.messages.find((message) => message.key === shopperKey);
    if (asked?.from !== "shopper" || this.#state.turn) return;
    const unsent = asked.delivery === "failed" || asked.delivery === "queued";
    if (unsent && (asked.text === text || !this.#line.online)) {
      // It may have arrived all the same; the same id makes sure that it is answered only once.
      const known = asked.text === text ? asked.clientMessageId : undefined;
      const request = { text, clientMessageId: known ?? this.#context.newId() };
      if (this.#line.online) await this.#ask(request, shopperKey);
      else this.#putInQueue(request, shopperKey);
      return;
    }
    try {
      const replaces = await this.#messageIdOf(asked);
      await this.#ask({ text, clientMessageId: this.#context.newId(), replaces }, shopperKey);
    } catch (error) {
      this.#dispatch({ type: "noticeChanged", code: errorCode(error) });
    }
  }

  /** Calls a person. */
  async requestHandoff(): Promise<void> {
    if (!this.#ref) return;
    this.dismissNotice();
    try {
      const ticket = await this.#context.api.requestHandoff(this.#ref);
      this.#dispatch({ type: "ticketUpdated", ticket });
    } catch (error) {
      this.#dispatch({ type: "noticeChanged", code: errorCode(error) });
    }
  }

  dismissNotice(): void {
    this.#dispatch({ type: "noticeChanged", code: undefined });
  }

  async #restore(): Promise<Opened | undefined> {
    const ref = this.#context.refs.load();
    if (!ref) return undefined;
    try {
      const transcript = await this.#context.api.getConversation(ref);
      this.#dispatch({ type: "transcriptLoaded", transcript });
      return { ref, lastEventId: transcript.lastEventId, activeTurn: transcript.activeTurn };
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      this.#context.refs.forget();
      return undefined;
    }
  }

  async #create(): Promise<Opened> {
    const locale = this.#context.locale();
    const created = await this.#context.api.createConversation(locale);
    const ref = { id: created.id, token: created.token };
    this.#context.refs.save(ref);
    this.#dispatch({
      type: "opened",
      conversationId: created.id,
      locale,
      greeting: created.greeting,
      suggestions: created.suggestions,
    });
    // Followed from its very first event, since nothing of it has been read yet.
    return { ref, lastEventId: 0 };
  }

  #putInQueue(request: TurnRequest, replacesKey?: string): void {
    if (this.#state.turn || this.#state.phase !== "ready") return;
    const { text, clientMessageId } = request;
    this.queue.put({ text, clientMessageId, at: this.#context.now().toISOString() }, replacesKey);
  }

  async #sendQueued(): Promise<void> {
    const next = this.#line.online ? this.queue.next() : undefined;
    if (!next) return;
    await this.#ask({ text: next.text, clientMessageId: next.clientMessageId }, next.key);
  }

  #onNetworkChange(online: boolean): void {
    this.#dispatch({ type: "networkChanged", offline: !online });
    if (!online) return;
    if (this.#state.phase === "failed") void this.open();
    else void this.#sendQueued();
  }

  async #ask(request: TurnRequest, replacesKey?: string): Promise<void> {
    const { turn, phase } = this.#state;
    if (turn || phase !== "ready") return;
    const answerKey = this.#context.newId();
    this.#dispatch({
      type: "turnRequested",
      shopperKey: this.#context.newId(),
      answerKey,
      clientMessageId: request.clientMessageId,
      text: request.text,
      at: this.#context.now().toISOString(),
      replacesKey,
    });
    await this.#answers.follow(answerKey, {
      ...request,
      locale: this.#context.locale(),
      context: this.#context.page(),
    });
  }

  #join(turn: ActiveTurn): void {
    if (!turn.clientMessageId) return;
    const answerKey = this.#context.newId();
    this.#dispatch({
      type: "turnJoined",
      shopperKey: this.#context.newId(),
      answerKey,
      turnId: turn.turnId,
      text: turn.text,
      at: this.#context.now().toISOString(),
    });
    void this.#answers.follow(answerKey, {
      text: turn.text,
      clientMessageId: turn.clientMessageId,
    });
  }

  #onOwnEvent(event: ChatEvent, id: number | undefined): void {
    this.#own.note(event, id);
    if (event.type === "turn.started") this.queue.settled();
  }

  #onAnswerEnded(): void {
    // A code may have been given in the message itself, and no event tells what came of it.
    if (this.#state.verification.check) void this.#refresh();
  }

  #onRefused(code: string): void {
    this.queue.settled();
    if (code === "turn_in_progress") void this.#refresh();
  }

  #onLiveEvent(event: ChatEvent, id: number | undefined): void {
    if (event.type === "ticket.updated") {
      this.#dispatch({ type: "ticketUpdated", ticket: event.ticket });
      return;
    }
    if (event.type === "action.settled") {
      const { actionId, outcome } = event;
      this.#dispatch({ type: "actionSettled", actionId, outcome });
      return;
    }
    if (event.type === "message.created" && event.from === "agent") {
      const { messageId, text } = event;
      this.#dispatch({
        type: "agentWrote",
        messageId,
        text,
        at: this.#context.now().toISOString(),
      });
      return;
    }
    if (this.#state.turn?.answerKey || this.#own.has(event, id, this.#state.messages)) return;
    if (event.type === "turn.started") {
      this.#dispatch({ type: "foreignTurnStarted", turnId: event.turnId });
      void this.#refresh();
    } else if (event.type === "turn.completed" || event.type === "turn.failed") {
      this.#dispatch({ type: "foreignTurnEnded" });
      void this.#refresh();
    } else if (event.type === "message.created") {
      void this.#refresh();
    }
  }

  /** Loads the transcript anew; what is asked for meanwhile is done by one more load after it. */
  async #refresh(): Promise<void> {
    if (this.#refreshState !== "idle") {
      this.#refreshState = "again";
      return;
    }
    do {
      this.#refreshState = "loading";
      await this.#loadTranscript();
    } while (this.#isRefreshWanted());
    this.#refreshState = "idle";
  }

  #isRefreshWanted(): boolean {
    return this.#refreshState === "again";
  }

  async #loadTranscript(): Promise<void> {
    const ref = this.#ref;
    const scope = this.#scope.signal;
    if (!ref) return;
    try {
      const transcript = await this.#context.api.getConversation(ref);
      // An answer that is being followed knows more than the transcript does.
      if (scope.aborted || this.#state.turn?.answerKey) return;
      this.#dispatch({ type: "transcriptLoaded", transcript });
      if (transcript.activeTurn) this.#join(transcript.activeTurn);
      else void this.#sendQueued();
    } catch (error) {
      if (!scope.aborted) this.#dispatch({ type: "noticeChanged", code: errorCode(error) });
    }
  }

  async #messageIdOf(asked: ShopperMessage): Promise<string | undefined> {
    if (asked.messageId || !asked.turnId || !this.#ref) return asked.messageId;
    const transcript = await this.#context.api.getConversation(this.#ref);
    return transcript.messages.find((m) => m.from === "shopper" && m.turnId === asked.turnId)
      ?.messageId;
  }

  #renewScope(): AbortSignal {
    this.#scope.abort();
    this.#scope = new AbortController();
    this.#ref = undefined;
    this.#own.clear();
    return this.#scope.signal;
  }

  #dispatch(action: ThreadAction): void {
    const next = threadReducer(this.#state, action);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

interface Opened {
  ref: ConversationRef;
  /** The newest event that is known. */
  lastEventId: number;
  activeTurn?: ActiveTurn;
}
