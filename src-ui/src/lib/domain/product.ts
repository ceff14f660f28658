import {
  asFlag,
  asList,
  asNumber,
  asRecord,
  asText,
  asTextList,
  asTextMap,
  optionalNumber,
  optionalText,
} from "@/lib/decode";

export interface Variant {
  id: string;
  options: Record<string, string>;
  available: boolean;
  /** Pieces on hand; absent when the shop does not count them. */
  stock?: number;
  price: number;
}

export interface Product {
  id: string;
  name: string;
  category?: string;
  description?: string;
  imageUrl?: string;
  tags: string[];
  variants: Variant[];
}

export function decodeProduct(value: unknown): Product {
  const json = asRecord(value);
  return {
    id: asText(json.id),
    name: asText(json.name),
    category: optionalText(json.category),
    description: optionalText(json.description),
    imageUrl: optionalText(json.imageUrl),
    tags: asTextList(json.tags),
    variants: asList(json.variants).map(decodeVariant),
  };
}

function decodeVariant(value: unknown): Variant {
  const json = asRecord(value);
  return {
    id: asText(json.id),
    options: asTextMap(json.options),
    available: asFlag(json.available),
    stock: optionalNumber(json.stock),
    price: asNumber(json.price),
  };
}

export interface PriceRange {
  from: number;
  to: number;
}

/** Lowest and highest price over the variants that can be bought, or over all when none can. */
export function priceRange(product: Product): PriceRange | undefined {
  const buyable = product.variants.filter((variant) => variant.available);
  const prices = (buyable.length > 0 ? buyable : product.variants).map((v) => v.price);
  return prices.length === 0 ? undefined : { from: Math.min(...prices), to: Math.max(...prices) };
}

export type StockState = "available" | "low" | "unavailable";

/** Fewer pieces than this are worth telling the shopper. */
const LOW_STOCK = 5;

export function variantStock(variant: Variant): StockState {
  if (!variant.available || variant.stock === 0) return "unavailable";
  return variant.stock !== undefined && variant.stock < LOW_STOCK ? "low" : "available";
}

export function productStock(product: Product): StockState {
  const states = product.variants.map(variantStock);
  if (states.includes("available")) return "available";
  return states.includes("low") ? "low" : "unavailable";
}

/** Each option's name with the values on offer, in the order in which they first appear. */
export function optionValues(product: Product): { name: string; values: string[] }[] {
  const found = new Map<string, Set<string>>();
  for (const variant of product.variants) {
    for (const [name, value] of Object.entries(variant.options)) {
      const values = found.get(name) ?? new Set<string>();
      values.add(value);
      found.set(name, values);
    }
  }
  return [...found].map(([name, values]) => ({ name, values: [...values] }));
}
