import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useShopConfig } from "../shop-config";
import { createFormat, type Format } from "./format";
import { regionalLocale } from "./locales";

/** Formatters for the language in use and the shop's currency. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { currency } = useShopConfig();
  return useMemo(
    () => createFormat(regionalLocale(i18n.language), currency),
    [i18n.language, currency],
  );
}
