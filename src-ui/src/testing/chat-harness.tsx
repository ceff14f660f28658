import { useSyncExternalStore } from "react";
import { AssistantMessage } from "@/features/chat/components/assistant-message";
import { ChatContext } from "@/features/chat/hooks/chat-context";
import type { ChatSession } from "@/features/chat/model/chat-session";
import { interruptedQuestion } from "@/features/chat/model/thread-verification";
import { chatContext } from "./chat-context";

/** All answers of a session, kept up to date as the page does it. */
export function ChatHarness({ session }: { session: ChatSession }) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const { actions, ratings, verification, messages } = state;
  const context = chatContext({
    session,
    busy: state.turn !== undefined,
    actions,
    ratings,
    verification,
    interruptedQuestion: interruptedQuestion(state),
  });
  return (
    <ChatContext value={context}>
      {messages.map((message) =>
        message.from === "assistant" ? (
          <AssistantMessage key={message.key} message={message} />
        ) : undefined,
      )}
    </ChatContext>
  );
}
