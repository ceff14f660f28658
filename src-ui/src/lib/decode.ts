/**
 * Readers for JSON whose shape is not certain. None of them throws: what is missing or of another
 * type becomes the fallback, so that one odd field never takes the whole page down.
 */
export type Json = Record<string, unknown>;

export function asRecord(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown, fallback = ""): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : fallback;
}

export function optionalText(value: unknown): string | undefined {
  const text = asText(value);
  return text === "" ? undefined : text;
}

export function asNumber(value: unknown, fallback = 0): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "string" && value.trim() !== "") {
    const parsed = Number(value);
    return Number.isFinite(parsed) ? parsed : fallback;
  }
  return fallback;
}

export function optionalNumber(value: unknown): number | undefined {
  const parsed = asNumber(value, Number.NaN);
  return Number.isNaN(parsed) ? undefined : parsed;
}

export function asFlag(value: unknown, fallback = false): boolean {
  return typeof value === "boolean" ? value : fallback;
}

export function asTextMap(value: unknown): Record<string, string> {
  const entries = Object.entries(asRecord(value)).map(([key, entry]): [string, string] => [
    key,
    asText(entry),
  ]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== ""));
}

export function asTextList(value: unknown): string[] {
  return asList(value)
    .map((entry) => asText(entry))
    .filter((entry) => entry !== "");
}
