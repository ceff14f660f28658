import { Link } from "@tanstack/react-router";
import { CircleHelp, MessageCircle, Package, Store } from "lucide-react";
import { useTranslation } from "react-i18next";

const PAGES = [
  { to: "/", label: "nav.chat", Icon: MessageCircle },
  { to: "/shop", label: "nav.shop", Icon: Store },
  { to: "/orders", label: "nav.orders", Icon: Package },
  { to: "/help", label: "nav.help", Icon: CircleHelp },
] as const;

/** The pages, in the header of a wide screen. */
export function HeaderNavigation() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("nav.label")} className="hidden md:block">
      <ul className="flex gap-1">
        {PAGES.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              className="inline-flex h-9 items-center rounded-lg px-3 font-medium text-ink-soft text-sm transition-colors hover:bg-sunken hover:text-ink data-[status=active]:bg-brand-soft data-[status=active]:text-brand-ink"
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The pages, at the bottom of a small screen. */
export function TabBar() {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t("nav.label")}
      className="border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-4">
        {PAGES.map(({ to, label, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === "/", includeSearch: false }}
              className="flex h-13 flex-col items-center justify-center gap-0.5 font-medium text-[0.6875rem] text-ink-soft outline-offset-[-3px] data-[status=active]:text-brand-ink"
            >
              <Icon aria-hidden className="size-5" strokeWidth={1.9} />
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
