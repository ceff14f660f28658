import { describe, expect, it } from "vitest";
import { createFormat } from "./format";
import { isolate } from "./isolate";
import { directionOf, pickLocale, regionalLocale } from "./locales";

describe("locales", () => {
  it("takes the first wanted language that the app speaks", () => {
    expect(pickLocale([undefined, "sv-SE", "pt-BR", "de"])).toBe("pt");
    expect(pickLocale([])).toBe("en");
  });

  it("shapes dates as the browser's region does", () => {
    expect(regionalLocale("en", ["de-AT", "en-GB"])).toBe("en-GB");
    expect(regionalLocale("fr", ["de-AT"])).toBe("fr");
  });

  it("writes Arabic with the digits of order numbers and the carrier's calendar", () => {
    const format = createFormat(regionalLocale("ar", ["ar-SA-u-nu-arab"]), "EUR");
    expect(format.number(1234)).toMatch(/^1[,٬]?234$/);
    expect(format.date("2026-03-12T12:00:00Z")).toContain("2026");
    expect(createFormat(regionalLocale("ar", ["ar-EG"]), "EUR").money(9)).toMatch(/9[.,٫]00/);
  });

  it("keeps what runs the other way apart from the words around it", () => {
    expect(isolate("#A1007", "rtl")).toBe("\u2068#A1007\u2069");
    expect(isolate("12", "rtl")).toBe("12");
    expect(isolate("#A1007", "ltr")).toBe("#A1007");
    expect(isolate("سلمى", "ltr")).toBe("\u2068سلمى\u2069");
    expect(isolate("", "rtl")).toBe("");
  });

  it("knows which way a language runs", () => {
    expect(directionOf("ar-EG")).toBe("rtl");
    expect(directionOf("pl")).toBe("ltr");
  });
});

describe("format", () => {
  const format = createFormat("en-GB", "EUR");

  it("writes money in the order's currency, or else the shop's", () => {
    expect(format.money(1234.5)).toBe("€1,234.50");
    expect(format.money(9, "USD")).toBe("US$9.00");
    expect(format.money(9, "?")).toBe("9.00");
  });

  it("writes nothing for a time that it can't read", () => {
    expect(format.date("soon")).toBe("");
    expect(format.dateTime(undefined)).toBe("");
    expect(format.date("2026-03-12T12:00:00Z")).toBe("12 March 2026");
  });

  it("names countries, and leaves what is no code as it is", () => {
    expect(format.country("PT")).toBe("Portugal");
    expect(format.country("Portugal")).toBe("Portugal");
  });
});
