import { createStore, useStore } from "./store";

/** Lets any part of the app ask for the sign-in dialog, which stands in the header. */
const store = createStore(false);

export function requestSignIn(): void {
  store.set(true);
}

export function endSignIn(): void {
  store.set(false);
}

export function useSignInRequested(): boolean {
  return useStore(store);
}
