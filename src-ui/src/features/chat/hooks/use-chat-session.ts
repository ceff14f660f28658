import { useEffect, useState, useSyncExternalStore } from "react";
import { currentLocale } from "@/lib/i18n/i18n";
import { httpChatApi } from "../api/http-chat-api";
import { ChatSession } from "../model/chat-session";
import { storedConversationRefs } from "../model/conversation-refs";
import type { ThreadState } from "../model/thread";

/** The shopper's conversation, open for as long as the component is on the page. */
export function useChatSession(identityKey: string): { session: ChatSession; state: ThreadState } {
  const [session] = useState(
    () =>
      new ChatSession({
        api: httpChatApi,
        refs: storedConversationRefs(identityKey),
        locale: currentLocale,
        now: () => new Date(),
        newId: () => crypto.randomUUID(),
        wait,
      }),
  );

  useEffect(() => {
    void session.open();
    return () => session.close();
  }, [session]);

  return { session, state: useSyncExternalStore(session.subscribe, session.getState) };
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
