import { Languages, Monitor, Moon, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeLocale } from "@/lib/i18n/i18n";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";
import { useShopConfig } from "@/lib/shop-config";
import { changeTheme, THEMES, type Theme, useTheme } from "@/lib/theme";

/** Languages of the page itself that a shop need not have words of its own in. */
const ALWAYS_OFFERED: readonly Locale[] = ["ar"];

/** Choice of the language, among those that the shop offers. */
export function LanguageSelect() {
  const { t, i18n } = useTranslation();
  const { locales } = useShopConfig();
  const offered = LOCALES.filter(
    (locale) =>
      locales.length === 0 ||
      locales.includes(locale) ||
      ALWAYS_OFFERED.includes(locale) ||
      locale === i18n.language,
  );
  return (
    <IconSelect
      label={t("settings.language")}
      icon={<Languages aria-hidden className="size-4.5" />}
      shown={i18n.language.toUpperCase()}
      value={i18n.language}
      onChange={(value) => void changeLocale(value as Locale)}
    >
      {offered.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {LOCALE_NAMES[locale]}
        </option>
      ))}
    </IconSelect>
  );
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ThemeSelect() {
  const { t } = useTranslation();
  const theme = useTheme();
  const Icon = THEME_ICONS[theme];
  return (
    <IconSelect
      label={t("settings.theme")}
      icon={<Icon aria-hidden className="size-4.5" />}
      value={theme}
      onChange={(value) => changeTheme(value as Theme)}
    >
      {THEMES.map((choice) => (
        <option key={choice} value={choice}>
          {t(`settings.themes.${choice}`)}
        </option>
      ))}
    </IconSelect>
  );
}

interface IconSelectProps {
  label: string;
  icon: ReactNode;
  /** Short text beside the icon. */
  shown?: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

/** The browser's own select under an icon: small, and as usable by keyboard and on phones as any. */
function IconSelect({ label, icon, shown, value, onChange, children }: IconSelectProps) {
  return (
    <span className="relative inline-flex h-9 min-w-9 items-center justify-center gap-1.5 rounded-lg px-2 text-ink-soft transition-colors focus-within:outline-2 focus-within:outline-brand hover:bg-sunken hover:text-ink">
      {icon}
      {shown && (
        <span aria-hidden className="font-medium text-sm max-sm:hidden">
          {shown}
        </span>
      )}
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="absolute inset-0 cursor-pointer appearance-none bg-surface text-base text-ink opacity-0"
      >
        {children}
      </select>
    </span>
  );
}
