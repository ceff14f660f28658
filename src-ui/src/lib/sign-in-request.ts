import { useShopConfig } from "./shop-config";
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

const offered = createStore(true);

/** In a frame the embedding page alone says who is signed in, and there is no header with the dialog. */
export function withdrawSignIn(): void {
  offered.set(false);
}

/** Whether asking for the sign-in dialog opens one. */
export function useSignInOffered(): boolean {
  const { demo } = useShopConfig();
  return useStore(offered) && demo;
}
