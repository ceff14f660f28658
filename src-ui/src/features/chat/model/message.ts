import type { ActionProposal } from "./action";
import { showCard } from "./cards";
import type { Card, ChatEvent, Choice, Citation } from "./chat-event";

export interface Failure {
  code: string;
  /** The server's own words, for a code that the app has none for. */
  message: string;
  retryable: boolean;
}

export interface ToolActivity {
  callId: string;
  tool: string;
  state: "running" | "done" | "failed";
  /** Why it failed, as the server says. */
  code?: string;
}

interface MessageBase {
  /** Stays the same for as long as the message is on the page. */
  key: string;
  /** The server's id, known once the server has told it. */
  messageId?: string;
  turnId?: string;
  /** ISO time. */
  at: string;
}

export interface ShopperMessage extends MessageBase {
  from: "shopper";
  text: string;
  clientMessageId?: string;
  /** `queued` waits for the connection to come back. */
  delivery: "queued" | "sending" | "sent" | "failed";
}

export interface AgentMessage extends MessageBase {
  from: "agent";
  text: string;
}

export interface AssistantMessage extends MessageBase {
  from: "assistant";
  text: string;
  status: "running" | "done" | "failed" | "stopped";
  tools: readonly ToolActivity[];
  cards: readonly Card[];
  citations: readonly Citation[];
  choices: readonly Choice[];
  proposals: readonly ActionProposal[];
  /** Whether it must be known who is asking. */
  verification: boolean;
  handoffTicketId?: string;
  /** The built-in assistant answered, because the usual model could not. */
  degraded: boolean;
  failure?: Failure;
}

export type ThreadMessage = ShopperMessage | AgentMessage | AssistantMessage;

/** Whether it is words for the shopper that are there as a whole. */
export function isFinished(message: ThreadMessage): boolean {
  return message.from === "agent" || (message.from === "assistant" && message.status === "done");
}

/** The code with which a turn ends that the shopper has stopped. */
export const STOPPED_CODE = "turn_stopped";

export function newAssistantMessage(base: MessageBase): AssistantMessage {
  return {
    ...base,
    from: "assistant",
    text: "",
    status: "running",
    tools: [],
    cards: [],
    citations: [],
    choices: [],
    proposals: [],
    verification: false,
    degraded: false,
  };
}

/** The answer after one more event of its turn. Pure; events that don't concern it change nothing. */
export function applyTurnEvent(message: AssistantMessage, event: ChatEvent): AssistantMessage {
  switch (event.type) {
    case "turn.started":
      return { ...message, turnId: event.turnId };
    case "text.delta":
      return { ...message, text: message.text + event.text };
    case "tool.started":
      return {
        ...message,
        tools: [...message.tools, { callId: event.callId, tool: event.tool, state: "running" }],
      };
    case "tool.finished":
      return { ...message, tools: finishTool(message.tools, event) };
    case "card":
      return { ...message, cards: showCard(message.cards, event.card) };
    case "citation":
      return message.citations.some((c) => c.articleId === event.citation.articleId)
        ? message
        : { ...message, citations: [...message.citations, event.citation] };
    case "choices":
      return { ...message, choices: event.choices };
    case "action.proposed":
      return message.proposals.some((known) => known.actionId === event.proposal.actionId)
        ? message
        : { ...message, proposals: [...message.proposals, event.proposal] };
    case "verification.required":
      return { ...message, verification: true };
    case "handoff.created":
      return { ...message, handoffTicketId: event.ticketId };
    case "turn.completed":
      return {
        ...message,
        status: "done",
        messageId: event.messageId || message.messageId,
        // The server's whole text wins: a delta may have been lost with a broken line.
        text: event.text || message.text,
        degraded: event.degraded,
        tools: settleTools(message.tools),
      };
    case "turn.failed":
      return {
        ...message,
        status: event.code === STOPPED_CODE ? "stopped" : "failed",
        failure: { code: event.code, message: event.message, retryable: event.retryable },
        tools: settleTools(message.tools),
      };
    case "action.settled":
    case "message.created":
    case "ticket.updated":
      return message;
  }
}

function finishTool(
  tools: readonly ToolActivity[],
  { callId, tool, ok, code }: { callId: string; tool: string; ok: boolean; code?: string },
): ToolActivity[] {
  const finished: ToolActivity = { callId, tool, state: ok ? "done" : "failed", code };
  // A stored turn keeps only the end of a call, so its start may never have been seen.
  if (!tools.some((known) => known.callId === callId)) return [...tools, finished];
  return tools.map((known) => (known.callId === callId ? finished : known));
}

function settleTools(tools: readonly ToolActivity[]): ToolActivity[] {
  return tools.map((tool) => (tool.state === "running" ? { ...tool, state: "done" } : tool));
}

/** Characters of one message at most; the server refuses longer ones. */
export const MAX_MESSAGE_LENGTH = 4000;
