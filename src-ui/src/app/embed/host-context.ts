import { createContext, use } from "react";
import type { Host } from "@/lib/embed/host";

/** The page around the frame; without one the chat is opened by itself. */
export const HostContext = createContext<Host | undefined>(undefined);

export function useEmbeddingHost(): Host | undefined {
  return use(HostContext);
}
