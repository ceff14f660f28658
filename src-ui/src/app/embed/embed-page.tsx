import { useEffect, useMemo } from "react";
import { ChatPage } from "@/features/chat/components/chat-page";
import type { ChatFrame } from "@/features/chat/hooks/chat-frame";
import { PageSkeleton } from "../page-skeleton";
import { useHost } from "./use-host";

/** The chat alone, for the frame on another page. */
export function EmbedPage() {
  const { host, introduced } = useHost();
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
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog or a menu of the chat takes it first.
      if (event.key === "Escape" && !event.defaultPrevented) host?.tell({ type: "close" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [host]);
  return (
    <main className="h-dvh">{introduced ? <ChatPage frame={frame} /> : <PageSkeleton />}</main>
  );
}
