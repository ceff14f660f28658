import { asRecord, asText, asTextList, optionalText } from "@/lib/decode";

export interface Article {
  id: string;
  locale: string;
  title: string;
  /** Markdown. */
  body: string;
  tags: string[];
  updatedAt?: string;
}

export function decodeArticle(value: unknown): Article {
  const json = asRecord(value);
  return {
    id: asText(json.id),
    locale: asText(json.locale, "en"),
    title: asText(json.title),
    body: asText(json.body),
    tags: asTextList(json.tags),
    updatedAt: optionalText(json.updatedAt),
  };
}

/** The first words of an article without its Markdown signs, for a list. */
export function articleExcerpt(article: Article, length = 160): string {
  const plain = article.body
    .replace(/^#+\s.*$/gm, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`>#|]|^\s*[-+]\s/gm, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2))}…`;
}
