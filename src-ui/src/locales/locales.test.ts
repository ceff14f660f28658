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

  it.each(LOCALES)("%s keeps the placeholders and leaves no text empty", (locale) => {
    for (const [key, text] of wordsOf(locale)) {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, "_other")) ?? "";
      expect(text.trim(), key).not.toBe("");
      expect(placeholders(text), key).toEqual(placeholders(original));
    }
  });
});
