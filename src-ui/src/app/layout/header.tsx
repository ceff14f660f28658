import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountButton } from "@/features/account/components/account-button";
import { useShopConfig } from "@/lib/shop-config";
import { HeaderNavigation } from "./navigation";
import { LanguageSelect, ThemeSelect } from "./preferences";

export function Header() {
  const { t } = useTranslation();
  const { shopName } = useShopConfig();
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex h-15 w-full max-w-6xl items-center gap-1 px-4 sm:gap-4 sm:px-6">
        <Link
          to="/"
          dir="auto"
          aria-label={t("app.home", { shop: shopName || t("app.fallbackShop") })}
          className="me-auto min-w-0 truncate rounded-md font-bold text-base tracking-tight sm:text-lg md:me-2"
        >
          {shopName || <span className="skeleton inline-block h-5 w-28 align-middle" />}
        </Link>
        <HeaderNavigation />
        <div className="flex shrink-0 items-center gap-0.5 md:ms-auto">
          <LanguageSelect />
          <ThemeSelect />
          <span className="ms-1 sm:ms-1.5">
            <AccountButton />
          </span>
        </div>
      </div>
    </header>
  );
}
