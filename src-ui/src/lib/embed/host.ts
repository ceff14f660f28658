import { type FrameMessage, type HostMessage, unwrap, wrap } from "./protocol";

/** The page around the frame, as the chat sees it. */
export interface Host {
  tell(message: FrameMessage): void;
  /** @returns what ends it */
  listen(onMessage: (message: HostMessage) => void): () => void;
}

/**
 * The page that the frame stands in; `undefined` if the chat is opened by itself. Which pages may embed it is for the server to
 * say, by the frame's content policy, so that whatever the parent says comes from one of them.
 */
export function embeddingHost(): Host | undefined {
  if (window.parent === window) return undefined;
  // Known with the first message; until then nothing is said that is anybody's secret.
  let origin = "*";
  return {
    tell: (message) => window.parent.postMessage(wrap(message), origin),
    listen(onMessage) {
      const onEvent = (event: MessageEvent) => {
        if (event.source !== window.parent) return;
        const message = unwrap<HostMessage>(event.data);
        if (!message || (origin !== "*" && event.origin !== origin)) return;
        origin = event.origin;
        onMessage(message);
      };
      window.addEventListener("message", onEvent);
      return () => window.removeEventListener("message", onEvent);
    },
  };
}
