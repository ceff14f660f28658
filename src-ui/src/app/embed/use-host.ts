import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { embeddingHost, type Host } from "@/lib/embed/host";
import type { HostContext } from "@/lib/embed/protocol";
import { onTokenRefused, signInForVisit } from "@/lib/identity";
import { withdrawSignIn } from "@/lib/sign-in-request";
import { showLook } from "./show-look";

/** What the shopper looks at on the embedding page, as the chat's address names it. */
export interface Topic {
  product?: string;
  order?: string;
}

/** How far the page around the frame has introduced itself. */
export interface HostState {
  host: Host | undefined;
  /** Nobody's conversation is opened before it is known whose. */
  introduced: boolean;
  topic: Topic;
}

/** Does what the embedding page says: its look, its shopper, what the shopper looks at. */
export function useHost(): HostState {
  const [host] = useState(embeddingHost);
  const [introduced, setIntroduced] = useState(host === undefined);
  const [topic, setTopic] = useState<Topic>({});
  const navigate = useNavigate();
  const router = useRouter();

  useEffect(() => {
    if (!host) return;
    withdrawSignIn();
    const showContext = ({ productId, orderId }: HostContext) => {
      const search = { product: productId, order: orderId };
      setTopic(search);
      // A page that an answer led to is left by the shopper alone.
      if (router.state.location.pathname !== "/embed") return;
      void navigate({ to: "/embed", search, replace: true });
    };
    const endListening = host.listen((message) => {
      switch (message.type) {
        case "hello":
          signInForVisit(message.token);
          showContext(message.context);
          void showLook(message.look).finally(() => setIntroduced(true));
          break;
        case "identify":
          signInForVisit(message.token);
          break;
        case "context":
          showContext(message.context);
          break;
        default:
        // Said by a later version of the script.
      }
    });
    const endRefusals = onTokenRefused((code) => host.tell({ type: "error", code }));
    host.tell({ type: "ready" });
    return () => {
      endListening();
      endRefusals();
    };
  }, [host, navigate, router]);

  return { host, introduced, topic };
}
