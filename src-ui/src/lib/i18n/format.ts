/** Formats values in one language; a value that can't be read becomes an empty text. */
export interface Format {
  /** @param currency ISO code, the shop's own when absent */
  money(amount: number, currency?: string): string;
  /** For example "12 March 2026". */
  date(iso: string | undefined): string;
  /** For example "Thu, 12 Mar". */
  day(iso: string | undefined): string;
  /** For example "12 Mar, 14:05". */
  dateTime(iso: string | undefined): string;
  /** For example "14:05". */
  time(iso: string | undefined): string;
  number(value: number): string;
  country(code: string): string;
  list(values: readonly string[]): string;
}

export function createFormat(locale: string, shopCurrency: string): Format {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const day = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  const dateTime = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const number = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });

  return {
    money: (amount, currency) => moneyFormat(locale, currency ?? shopCurrency).format(amount),
    date: (iso) => formatDate(date, iso),
    day: (iso) => formatDate(day, iso),
    dateTime: (iso) => formatDate(dateTime, iso),
    time: (iso) => formatDate(time, iso),
    number: (value) => number.format(value),
    country: (code) => (/^[A-Za-z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    list: (values) => list.format(values),
  };
}

function moneyFormat(locale: string, currency: string): Intl.NumberFormat {
  // Intl throws on a code that is not three letters.
  return /^[A-Za-z]{3}$/.test(currency)
    ? new Intl.NumberFormat(locale, { style: "currency", currency })
    : new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function formatDate(format: Intl.DateTimeFormat, iso: string | undefined): string {
  if (!iso) return "";
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? "" : format.format(date);
}
