import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { lettersOn } from "@/lib/embed/contrast";
import { embeddingHost, type Host } from "@/lib/embed/host";
import type { HostContext, HostLook } from "@/lib/embed/protocol";
import { showLocale } from "@/lib/i18n/i18n";
import { pickLocale } from "@/lib/i18n/locales";
import { signInForVisit } from "@/lib/identity";
import { showThemeForVisit } from "@/lib/theme";

/** How far the page around the frame has introduced itself. */
export interface HostState {
  host: Host | undefined;
  /** Nobody's conversation is opened before it is known whose. */
  introduced: boolean;
  /** Whether the panel is in sight. */
  shown: boolean;
}

/** Does what the embedding page says: its look, its shopper, what the shopper looks at. */
export function useHost(): HostState {
  const [host] = useState(embeddingHost);
  const [introduced, setIntroduced] = useState(host === undefined);
  const [shown, setShown] = useState(true);
  const navigate = useNavigate();

  useEffect(() => {
    if (!host) return;
    const showContext = ({ productId, orderId }: HostContext) =>
      void navigate({
        to: "/embed",
        search: { product: productId, order: orderId },
        replace: true,
      });
    const end = host.listen((message) => {
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
        case "shown":
          setShown(message.shown);
          break;
        default:
        // Said by a later version of the script.
      }
    });
    host.tell({ type: "ready" });
    return end;
  }, [host, navigate]);

  return { host, introduced, shown };
}

async function showLook({ locale, theme, color }: HostLook): Promise<void> {
  if (theme) showThemeForVisit(theme === "auto" ? "system" : theme);
  if (color && /^#[0-9a-f]{6}$/i.test(color)) {
    const { style } = document.documentElement;
    style.setProperty("--brand", color);
    style.setProperty("--brand-strong", `color-mix(in oklab, ${color} 85%, black)`);
    style.setProperty("--brand-soft", `color-mix(in oklab, ${color} 12%, var(--surface))`);
    style.setProperty("--brand-ink", `color-mix(in oklab, ${color} 55%, var(--ink))`);
    style.setProperty("--on-brand", lettersOn(color));
  }
  if (locale) await showLocale(pickLocale([locale, ...navigator.languages]));
}
