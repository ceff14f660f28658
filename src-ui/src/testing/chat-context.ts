import type { ChatContextValue } from "@/features/chat/hooks/chat-context";
import type { ChatSession } from "@/features/chat/model/chat-session";
import { UNVERIFIED } from "@/features/chat/model/verification";

/** What a part of the chat is given, with a session that can do nothing unless the test gives one. */
export function chatContext(part: Partial<ChatContextValue> = {}): ChatContextValue {
  return {
    session: {} as ChatSession,
    assistantName: "Robin",
    busy: false,
    lastShopperKey: "q1",
    lastAnswerKey: "a1",
    actions: {},
    ratings: {},
    verification: UNVERIFIED,
    interruptedQuestion: undefined,
    ...part,
  };
}
