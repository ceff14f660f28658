import { lettersOn } from "@/lib/embed/contrast";
import type { HostLook } from "@/lib/embed/protocol";
import { showLocale } from "@/lib/i18n/i18n";
import { pickLocale } from "@/lib/i18n/locales";
import { showThemeForVisit } from "@/lib/theme";

/** Takes on the look that the embedding page asks for; resolves once its words are there. */
export async function showLook({ locale, theme, color }: HostLook): Promise<void> {
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
