import { asList, asNumber, asRecord } from "@/lib/decode";

/** One page of a list; pages count from 1. */
export interface Page<T> {
  items: T[];
  page: number;
  total: number;
}

export function decodePage<T>(value: unknown, decodeItem: (item: unknown) => T): Page<T> {
  const json = asRecord(value);
  const items = asList(json.items).map(decodeItem);
  return { items, page: asNumber(json.page, 1), total: asNumber(json.total, items.length) };
}
