import { useEffect, useRef } from "react";
import { isFinished } from "../model/message";
import type { ThreadState } from "../model/thread";
import type { ChatFrame } from "./chat-frame";

/** Tells the embedding page what happens in the conversation, each thing once. */
export function useChatFrame(frame: ChatFrame | undefined, state: ThreadState): void {
  const { phase, conversationId, failureCode } = state;
  const answers = state.messages.filter(isFinished).length;
  const ticketId = state.ticket?.ticketId;
  const seen = useRef({ conversationId, answers, ticketId });
  useEffect(() => {
    if (phase !== "ready") return;
    const before = seen.current;
    seen.current = { conversationId, answers, ticketId };
    // What stood there when the conversation was opened is no news.
    if (before.conversationId !== conversationId) return;
    if (answers > before.answers) frame?.answered();
    if (ticketId && ticketId !== before.ticketId) frame?.handedOver();
  }, [frame, phase, conversationId, answers, ticketId]);
  useEffect(() => {
    if (phase === "failed") frame?.failed(failureCode ?? "unknown");
  }, [frame, phase, failureCode]);
}
