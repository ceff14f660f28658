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
const refusalListeners = new Set<(code: string) => void>();
let forVisit = false;

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
  forVisit = true;
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
  // Who is signed in on our own pages stays so, whoever it is on the embedding one.
  if (!forVisit) writeStored(STORAGE_KEY, undefined);
  store.set(GUEST);
}

/** Gives up a token that the server won't take any more, since keeping it would lock the shopper out. */
export function refuseToken(code: string): void {
  signOut();
  for (const listener of refusalListeners) listener(code);
}

/**
 * @param listener gets the code with which the server refused the token
 * @returns what ends it
 */
export function onTokenRefused(listener: (code: string) => void): () => void {
  refusalListeners.add(listener);
  return () => refusalListeners.delete(listener);
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
