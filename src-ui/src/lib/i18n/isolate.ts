const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
export const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const PLAIN_NUMBER = /^\d+$/;

/**
 * Keeps a name, number or address from mixing with the words around it where they run the other
 * way: without it "#A1007" inside an Arabic sentence reads "A1007#".
 */
export function isolate(value: string, direction: "ltr" | "rtl"): string {
  const safe = direction === "rtl" ? PLAIN_NUMBER.test(value) : !RIGHT_TO_LEFT_LETTER.test(value);
  return safe || value === "" ? value : FIRST_STRONG_ISOLATE + value + POP_ISOLATE;
}
