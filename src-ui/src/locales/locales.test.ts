import { describe, expect, it } from "vitest";
import { asRecord } from "@/lib/decode";
import { LOCALES } from "@/lib/i18n/locales";

const files = import.meta.glob<{ default: unknown }>("./*.json", { eager: true });
const PLURAL = /_(zero|one|two|few|many|other)$/;

function wordsOf(locale: string): Map<string, string> {
  const words = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    for (const [key, entry] of Object.entries(asRecord(value))) {
      if (typeof entry === "string") words.set(path + key, entry);
      else walk(entry, `${path}${key}.`);
    }
  };
  walk(files[`./${locale}.json`]?.default, "");
  return words;
}

/** Whether a form is for one single number, so that its words can say it, as Arabic does with two. */
function isExact(locale: string, form: string): boolean {
  const rules = new Intl.PluralRules(locale);
  let numbers = 0;
  for (let n = 0; n <= 200; n += 1) if (rules.select(n) === form) numbers += 1;
  return numbers === 1;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").sort();
}

describe("locales", () => {
  const english = wordsOf("en");
  const singular = [...english.keys()].filter((key) => !PLURAL.test(key));
  const plural = [...english.keys()].filter((key) => key.endsWith("_other"));

  it("has one file for each language and no other", () => {
    expect(Object.keys(files).sort()).toEqual(LOCALES.map((locale) => `./${locale}.json`).sort());
  });

  it.each(LOCALES)("%s has every key, every plural form and nothing else", (locale) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const wanted = plural.flatMap((key) => forms.map((form) => key.replace(PLURAL, `_${form}`)));
    expect([...wordsOf(locale).keys()].sort()).toEqual([...singular, ...wanted].sort());
  });

  it("has all six forms of Arabic", () => {
    expect([...wordsOf("ar").keys()].filter((key) => key.startsWith("orders.count_"))).toEqual(
      ["zero", "one", "two", "few", "many", "other"].map((form) => `orders.count_${form}`),
    );
  });

  it.each(LOCALES)("%s keeps the placeholders and leaves no text empty", (locale) => {
    for (const [key, text] of wordsOf(locale)) {
      const form = PLURAL.exec(key)?.[1];
      const original = english.get(key) ?? english.get(key.replace(PLURAL, "_other")) ?? "";
      const wanted = placeholders(original);
      const countless = wanted.filter((name) => name !== "count");
      expect(text.trim(), key).not.toBe("");
      expect(form && isExact(locale, form) ? [wanted, countless] : [wanted], key).toContainEqual(
        placeholders(text),
      );
    }
  });
});
