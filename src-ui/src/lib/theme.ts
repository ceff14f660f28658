import { readStored, writeStored } from "./storage";
import { createStore, useStore } from "./store";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = "theme";
const store = createStore<Theme>(restore());

export function useTheme(): Theme {
  return useStore(store);
}

export function changeTheme(theme: Theme): void {
  writeStored(STORAGE_KEY, theme === "system" ? undefined : theme);
  store.set(theme);
  apply();
}

/** The theme of the embedding page, which the shopper's own choice on our pages is not changed by. */
export function showThemeForVisit(theme: Theme): void {
  store.set(theme);
  apply();
}

/** Follows the system's theme from now on, while no other one is chosen. */
export function followSystemTheme(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  apply();
}

function apply(): void {
  const theme = store.get();
  const dark =
    theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function restore(): Theme {
  const stored = readStored(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? "system";
}
