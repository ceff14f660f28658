import { describe, expect, it } from "vitest";
import { languageOfText } from "./text-language";

const SHOP = ["en", "de"];

describe("languageOfText", () => {
  it.each([
    ["says nothing where the page's language can be right", "Hallo", "fr", undefined, undefined],
    ["names the shop's own language on a page in other letters", "Hello", "ar", undefined, "en"],
    ["keeps the page's for words in its letters", "أين الطلب؟", "ar", undefined, undefined],
    ["goes by the first letter, past numbers and signs", "#1: Hello", "ar", undefined, "en"],
    ["says nothing of words without a letter", "€ 12.00", "ar", undefined, undefined],
    [
      "guesses no language in letters that the shop doesn't write",
      "مرحبا",
      "en",
      undefined,
      undefined,
    ],
    ["names the language that was asked for", "Guten Tag", "en", "de", "de"],
    ["doubts it where the letters do", "Hello", "de", "ar", "en"],
    ["takes a region for the same language", "Hello", "en", "en-GB", undefined],
  ])("%s", (_, text, page, asked, language) => {
    expect(languageOfText(text, page, SHOP, asked)).toBe(language);
  });
});
