import { RIGHT_TO_LEFT_LETTER } from "./isolate";
import { directionOf, languageOf } from "./locales";

/**
 * The language of words that the shop wrote, where it can't be the page's: the server speaks fewer languages than the app, and
 * then answers in its own. Told by the letters, since no answer says what language it is in.
 *
 * @param page the language of the page, which the server was asked to use
 * @param shop the languages that the shop speaks, its own first
 * @param asked the language that the server was asked for when the words were written, if it is known
 * @returns what `lang` should say; `undefined` where the page's is right or nothing is known
 */
export function languageOfText(
  text: string,
  page: string,
  shop: readonly string[],
  asked = page,
): string | undefined {
  const direction = directionOfText(text);
  const match = [asked, ...shop].find((locale) => directionOf(locale) === direction);
  return match === undefined || languageOf(match) === languageOf(page) ? undefined : match;
}

/** As `dir="auto"` finds it: by the first letter. */
function directionOfText(text: string): "ltr" | "rtl" | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return RIGHT_TO_LEFT_LETTER.test(letter) ? "rtl" : "ltr";
}
