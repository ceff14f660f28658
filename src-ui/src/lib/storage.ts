import { asRecord, type Json } from "./decode";

const PREFIX = "attendant.";

/** What the browser refused to keep, for as long as the page is open. */
const unstored = new Map<string, string>();

/**
 * What the browser keeps between visits. Storage can be blocked, as it often is in a frame on another site, or full: what is
 * written then lasts until the page is left.
 */
export function readStored(key: string): string | undefined {
  const text = unstored.get(key);
  if (text !== undefined) return text;
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
  const text = typeof value === "object" ? JSON.stringify(value) : value;
  unstored.delete(key);
  try {
    if (text === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch (error) {
    if (text !== undefined) unstored.set(key, text);
    console.warn("The browser refused to store a setting", error);
  }
}
