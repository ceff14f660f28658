import { queryOptions, useQuery } from "@tanstack/react-query";
import { getConfig } from "@/api/generated";
import { asFlag, asRecord, asText, asTextList } from "./decode";
import "./http";

export interface ShopConfig {
  shopName: string;
  /** ISO code of the shop's currency. */
  currency: string;
  locales: string[];
  demo: boolean;
  assistantName: string;
  /** Hosts besides ours to which an answer may link; `*.example.com` is all below `example.com`. */
  linkHosts: string[];
}

/** Stands in until the server has told its own settings, so that the first paint need not wait. */
const UNTIL_LOADED: ShopConfig = {
  shopName: "",
  currency: "EUR",
  locales: [],
  demo: false,
  assistantName: "",
  linkHosts: [],
};

export const shopConfigQuery = queryOptions({
  queryKey: ["config"],
  queryFn: async ({ signal }) => decodeShopConfig((await getConfig({ signal })).data),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useShopConfig(): ShopConfig {
  return useQuery(shopConfigQuery).data ?? UNTIL_LOADED;
}

export function decodeShopConfig(value: unknown): ShopConfig {
  const json = asRecord(value);
  return {
    shopName: asText(json.shopName),
    currency: asText(json.currency, UNTIL_LOADED.currency),
    locales: asTextList(json.locales),
    demo: asFlag(json.demo),
    assistantName: asText(asRecord(json.assistant).name),
    linkHosts: asTextList(json.linkHosts),
  };
}
