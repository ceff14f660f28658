import { asRecord, asText, optionalText } from "./decode";
import { readStoredRecord, writeStored } from "./storage";
import { createStore, useStore } from "./store";

/** Who is signed in, as the browser knows it; the server decides by the token alone. */
export interface Identity {
  /** Customer id of the token's subject, or `guest`. */
  key: string;
  token?: string;
}

export const GUEST: Identity = { key: "guest" };

const STORAGE_KEY = "identity";
const store = createStore<Identity>(restore());

export function currentIdentity(): Identity {
  return store.get();
}

export function signIn(subject: string, token: string): void {
  writeStored(STORAGE_KEY, { key: subject, token });
  store.set({ key: subject, token });
}

/**
 * The shopper whom the embedding page names, for as long as the page is open: the token stays out of the storage.
 *
 * @param token signed by the shop; `null` for nobody
 */
export function signInForVisit(token: string | null): void {
  const subject = token === null ? "" : subjectOf(token);
  store.set(token && subject ? { key: subject, token } : GUEST);
}

/** Only tells shoppers apart in this browser; whether the token is good is for the server to say. */
function subjectOf(token: string): string {
  try {
    const payload = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    return asText(asRecord(JSON.parse(new TextDecoder().decode(bytes))).sub);
  } catch {
    return "";
  }
}

export function signOut(): void {
  writeStored(STORAGE_KEY, undefined);
  store.set(GUEST);
}

export function useIdentity(): Identity {
  return useStore(store);
}

function restore(): Identity {
  const stored = readStoredRecord(STORAGE_KEY);
  const token = optionalText(stored.token);
  const key = asText(stored.key);
  return token && key ? { key, token } : GUEST;
}
