import type { ConversationRef, PageContext } from "@/features/chat/model/chat-api";
import { ChatSession } from "@/features/chat/model/chat-session";
import { FakeChatApi } from "./fake-chat-api";
import { FakeNetwork, FakeOutbox } from "./fake-network";

/** A session with a server that does what the test tells it; nothing is opened yet. */
export function openSession(stored?: ConversationRef, page?: PageContext) {
  const api = new FakeChatApi();
  let ref = stored;
  let ids = 0;
  const pauses: number[] = [];
  const network = new FakeNetwork();
  const outbox = new FakeOutbox();
  const session = new ChatSession({
    api,
    refs: {
      load: () => ref,
      save: (saved) => {
        ref = saved;
      },
      forget: () => {
        ref = undefined;
      },
    },
    locale: () => "en",
    page: () => page,
    now: () => new Date("2026-03-05T10:00:00Z"),
    newId: () => {
      ids += 1;
      return `id${ids}`;
    },
    wait: async (ms) => {
      pauses.push(ms);
    },
    network,
    outbox,
  });
  return { api, session, pauses, network, outbox, storedRef: () => ref };
}

/** Lets everything that is already possible happen. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));
