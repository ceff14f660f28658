import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useShopConfig } from "./shop-config";

/** Names the page in the browser's tab. */
export function usePageTitle(page: string | undefined): void {
  const { t } = useTranslation();
  const { shopName } = useShopConfig();
  useEffect(() => {
    const shop = shopName || t("app.fallbackShop");
    document.title = page ? t("app.pageTitle", { page, shop }) : shop;
  }, [page, shopName, t]);
}
