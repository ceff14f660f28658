import {
  type AppendMessage,
  type AssistantRuntime,
  type ThreadMessageLike,
  useExternalStoreRuntime,
} from "@assistant-ui/react";
import type { ChatSession } from "../model/chat-session";
import type { ThreadMessage } from "../model/message";
import type { ThreadState } from "../model/thread";

/**
 * Shows our thread to assistant-ui, which drives the composer and the list of messages.
 *
 * @param messages the newest ones; it works through all that it is given with every word that comes
 */
export function useChatRuntime(
  session: ChatSession,
  state: ThreadState,
  messages: readonly ThreadMessage[],
): AssistantRuntime {
  return useExternalStoreRuntime<ThreadMessage>({
    messages,
    isRunning: state.turn !== undefined,
    isSendDisabled: state.phase !== "ready",
    convertMessage,
    onNew: (message) => session.send(textOf(message)),
    onCancel: () => session.stop(),
  });
}

/** Our own message, as it travels with assistant-ui's. */
export function threadMessageOf(custom: Record<string, unknown>): ThreadMessage {
  return custom.message as ThreadMessage;
}

function convertMessage(message: ThreadMessage): ThreadMessageLike {
  return {
    id: message.key,
    role: message.from === "shopper" ? "user" : "assistant",
    content: message.text,
    metadata: { custom: { message } },
  };
}

function textOf(message: AppendMessage): string {
  return message.content
    .map((part) => (part.type === "text" ? part.text : ""))
    .join("")
    .trim();
}
