import type { ActionOutcome, Decision } from "./action";
import type { ChatEvent, Choice, Ticket } from "./chat-event";
import type { Feedback } from "./feedback";
import type { Transcript } from "./transcript";
import type { CodeCheck, OrderLookup, VerificationResult } from "./verification";

/** A conversation and the secret that opens it. */
export interface ConversationRef {
  id: string;
  token: string;
}

export interface CreatedConversation extends ConversationRef {
  greeting: string;
  suggestions: Choice[];
}

export interface TurnRequest {
  text: string;
  clientMessageId: string;
  locale?: string;
  /** Server id of an earlier message of the shopper, which this one takes the place of. */
  replaces?: string;
  context?: PageContext;
}

/** What the shopper has before their eyes; a hint for the assistant. */
export interface PageContext {
  /** Path of the page. */
  page: string;
  productId?: string;
  orderId?: string;
}

export interface EventListener {
  onOpen?: () => void;
  /** @param id the event's number in the conversation */
  onEvent: (event: ChatEvent, id: number | undefined) => void;
}

/** What the chat needs from the server. All calls reject with an ApiError. */
export interface ChatApi {
  createConversation(locale: string): Promise<CreatedConversation>;
  getConversation(ref: ConversationRef): Promise<Transcript>;
  /** Asks and follows the answer; resolves when the stream ends, whether the turn has or not. */
  streamTurn(
    ref: ConversationRef,
    request: TurnRequest,
    lastEventId: number | undefined,
    listener: EventListener,
    signal: AbortSignal,
  ): Promise<void>;
  stopTurn(ref: ConversationRef, turnId: string): Promise<void>;
  requestHandoff(ref: ConversationRef): Promise<Ticket>;
  /** The shopper's own yes or no; sent again it gives the first outcome. */
  decideAction(ref: ConversationRef, actionId: string, decision: Decision): Promise<ActionOutcome>;
  /** Has a code sent to an e-mail address, if it belongs to someone. */
  requestCode(ref: ConversationRef, email: string): Promise<CodeCheck>;
  submitCode(ref: ConversationRef, code: string): Promise<VerificationResult>;
  lookUpOrder(ref: ConversationRef, lookup: OrderLookup): Promise<VerificationResult>;
  /** Rates an answer; given again it replaces the last rating. */
  rate(ref: ConversationRef, messageId: string, feedback: Feedback): Promise<void>;
  /** The shopper's own word on whether it is solved. */
  resolve(ref: ConversationRef, resolved: boolean): Promise<void>;
  /** Follows what happens in the conversation outside this tab's own turns. */
  followConversation(
    ref: ConversationRef,
    lastEventId: number | undefined,
    listener: EventListener,
    signal: AbortSignal,
  ): Promise<void>;
}
