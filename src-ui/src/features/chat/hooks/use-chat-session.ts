import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { currentLocale } from "@/lib/i18n/i18n";
import { httpChatApi } from "../api/http-chat-api";
import type { PageContext } from "../model/chat-api";
import { ChatSession } from "../model/chat-session";
import { storedConversationRefs } from "../model/conversation-refs";
import { browserNetwork } from "../model/network";
import { storedOutbox } from "../model/outbox";
import type { ThreadState } from "../model/thread";

/** The shopper's conversation, open for as long as the component is on the page. */
export function useChatSession(
  identityKey: string,
  page: PageContext | undefined,
): { session: ChatSession; state: ThreadState } {
  const pageRef = useRef(page);
  useEffect(() => {
    pageRef.current = page;
  }, [page]);
  const [session] = useState(
    () =>
      new ChatSession({
        api: httpChatApi,
        refs: storedConversationRefs(identityKey),
        locale: currentLocale,
        page: () => pageRef.current,
        now: () => new Date(),
        newId: () => crypto.randomUUID(),
        wait,
        network: browserNetwork,
        outbox: storedOutbox(identityKey),
      }),
  );

  useEffect(() => {
    void session.open();
    return () => session.close();
  }, [session]);

  const { i18n } = useTranslation();
  const greetedIn = useRef(i18n.language);
  useEffect(() => {
    if (greetedIn.current === i18n.language) return;
    greetedIn.current = i18n.language;
    // A greeting is in the language the conversation began in; before the first question it follows.
    const { phase, messages, turn } = session.getState();
    if (phase === "ready" && messages.length === 0 && !turn) void session.startNew();
  }, [session, i18n.language]);

  const state = useSyncExternalStore(session.subscribe, session.getState);
  const queryClient = useQueryClient();
  const executed = Object.values(state.actions).filter((a) => a.status === "executed").length;
  useEffect(() => {
    // What other pages keep of the shopper's orders and details is not true any more.
    if (executed > 0) void queryClient.invalidateQueries({ queryKey: ["me"] });
  }, [executed, queryClient]);

  return { session, state };
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
