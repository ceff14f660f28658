/** The languages that the app speaks, each with its own name for itself. */
export const LOCALE_NAMES = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  it: "Italiano",
  pt: "Português",
  nl: "Nederlands",
  pl: "Polski",
  ar: "العربية",
} as const;

export type Locale = keyof typeof LOCALE_NAMES;

export const LOCALES = Object.keys(LOCALE_NAMES) as Locale[];
export const DEFAULT_LOCALE: Locale = "en";

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? "rtl" : "ltr";
}

/** The first of the wanted languages that the app speaks, whatever region they name. */
export function pickLocale(wanted: readonly (string | undefined)[]): Locale {
  for (const tag of wanted) {
    const match = LOCALES.find((locale) => locale === languageOf(tag ?? ""));
    if (match) return match;
  }
  return DEFAULT_LOCALE;
}

/**
 * The language as the browser's own settings shape it, such as "en-GB" for "en".
 *
 * Arabic is written with the digits 0 to 9 and the Gregorian calendar in every region: order
 * numbers, codes and tracking numbers come with these digits, and a date must be the carrier's.
 */
export function regionalLocale(
  locale: string,
  wanted: readonly string[] = navigator.languages,
): string {
  const regional = wanted.find((tag) => languageOf(tag) === languageOf(locale)) ?? locale;
  return languageOf(locale) === "ar"
    ? `${regional.split("-u-", 1)[0]}-u-ca-gregory-nu-latn`
    : regional;
}

/** The language of a tag without its region, such as "en" of "en-GB". */
export function languageOf(tag: string): string {
  return tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";
}
