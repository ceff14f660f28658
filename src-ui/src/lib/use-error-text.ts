import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Words for an error's code; the server's own words, or general ones, for a code without any. */
export function useErrorText(): (code: string, fallback?: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (code, fallback) => {
      const key = `errors.${code}`;
      // The codes are the server's, so the key can't be checked by its type.
      return i18n.exists(key) ? t(key as "errors.unknown") : fallback || t("errors.unknown");
    },
    [t, i18n],
  );
}
