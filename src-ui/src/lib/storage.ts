import { asRecord, type Json } from "./decode";

const PREFIX = "attendant.";

/**
 * What the browser keeps between visits. Storage can be blocked, full or hold an older version's
 * value: reading then gives `undefined` and writing is skipped, because the app works without it.
 */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function readStoredRecord(key: string): Json {
  const text = readStored(key);
  if (text === undefined) return {};
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return {};
  }
}

export function writeStored(key: string, value: string | Json | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else
      localStorage.setItem(PREFIX + key, typeof value === "string" ? value : JSON.stringify(value));
  } catch (error) {
    console.warn("The browser refused to store a setting", error);
  }
}
