import { useMemo } from "react";
import { ChatPage } from "@/features/chat/components/chat-page";
import type { ChatFrame } from "@/features/chat/hooks/chat-frame";
import { useEmbeddingHost } from "./host-context";

/** The chat alone, for the frame on another page. */
export function EmbedPage() {
  const host = useEmbeddingHost();
  const frame = useMemo<ChatFrame | undefined>(
    () =>
      host && {
        close: () => host.tell({ type: "close" }),
        answered: () => host.tell({ type: "message" }),
        handedOver: () => host.tell({ type: "handoff" }),
        failed: (code) => host.tell({ type: "error", code }),
      },
    [host],
  );
  return <ChatPage frame={frame} />;
}
