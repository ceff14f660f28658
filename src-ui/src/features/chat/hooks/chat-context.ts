import { createContext, use } from "react";
import type { ActionStates } from "../model/action";
import type { ChatSession } from "../model/chat-session";
import type { Ratings } from "../model/feedback";
import type { Verification } from "../model/verification";

export interface ChatContextValue {
  session: ChatSession;
  assistantName: string;
  /** Whether an answer is being given, so that nothing else can be asked. */
  busy: boolean;
  /** Key of the shopper's newest message, the one that can be changed. */
  lastShopperKey: string | undefined;
  /** Key of the newest answer, whose choices can still be taken. */
  lastAnswerKey: string | undefined;
  actions: ActionStates;
  ratings: Ratings;
  verification: Verification;
  /** The question that waits until it is known who is asking. */
  interruptedQuestion: string | undefined;
}

export const ChatContext = createContext<ChatContextValue | undefined>(undefined);

export function useChat(): ChatContextValue {
  const value = use(ChatContext);
  if (!value) throw new Error("useChat is for components inside the chat");
  return value;
}
