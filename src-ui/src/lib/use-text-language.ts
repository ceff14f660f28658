import { useTranslation } from "react-i18next";
import { languageOfText } from "./i18n/text-language";
import { useShopConfig } from "./shop-config";

/** Finds the `lang` of words that the shop wrote; see {@link languageOfText}. */
export function useTextLanguage(): (text: string, asked?: string) => string | undefined {
  const { i18n } = useTranslation();
  const { locales } = useShopConfig();
  return (text, asked) => languageOfText(text, i18n.language, locales, asked);
}
