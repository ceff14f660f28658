import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type en from "@/locales/en.json";
import { readStored, writeStored } from "../storage";
import { isolate } from "./isolate";
import { DEFAULT_LOCALE, directionOf, LOCALES, type Locale, pickLocale } from "./locales";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

const STORAGE_KEY = "locale";
const files = import.meta.glob<typeof en>("/src/locales/*.json", { import: "default" });

/** Loads the shopper's language, the chosen one or else the browser's, and starts i18next with it. */
export async function startI18n(): Promise<void> {
  const locale = pickLocale([readStored(STORAGE_KEY), ...navigator.languages]);
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: DEFAULT_LOCALE,
    supportedLngs: LOCALES,
    resources: { [locale]: { translation: await loadLocale(locale) } },
    partialBundledLanguages: true,
    // React escapes what it shows; a value only has to keep to itself in a line that runs the other way.
    interpolation: {
      escapeValue: true,
      escape: (value) => isolate(value, directionOf(i18next.language)),
    },
    returnNull: false,
  });
  applyToDocument(locale);
}

/** Switches the language and remembers it. */
export async function changeLocale(locale: Locale): Promise<void> {
  await showLocale(locale);
  writeStored(STORAGE_KEY, locale);
}

/** Switches the language for this visit. */
export async function showLocale(locale: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(locale, "translation")) {
    i18next.addResourceBundle(locale, "translation", await loadLocale(locale));
  }
  await i18next.changeLanguage(locale);
  applyToDocument(locale);
}

export function currentLocale(): Locale {
  return pickLocale([i18next.language]);
}

async function loadLocale(locale: Locale): Promise<typeof en> {
  const load = files[`/src/locales/${locale}.json`];
  if (!load) throw new Error(`No words for ${locale}`);
  return load();
}

function applyToDocument(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}
