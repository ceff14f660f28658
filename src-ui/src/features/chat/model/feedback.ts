import { asList, asRecord, asText, optionalText } from "@/lib/decode";

export type Rating = "up" | "down";

/** What the shopper thinks of an answer. */
export interface Feedback {
  rating: Rating;
  comment?: string;
}

/** What the shopper thinks of each answer, by the message's id. */
export type Ratings = Readonly<Record<string, Feedback>>;

/** Characters of a comment at most; the server refuses longer ones. */
export const MAX_COMMENT_LENGTH = 1000;

export function decodeFeedback(value: unknown): Feedback | undefined {
  const json = asRecord(value);
  const rating = asText(json.rating);
  if (rating !== "up" && rating !== "down") return undefined;
  return { rating, comment: optionalText(json.comment) };
}

/** The ratings in a transcript's messages. */
export function decodeRatings(messages: unknown): Ratings {
  const entries = asList(messages).flatMap((message): [string, Feedback][] => {
    const json = asRecord(message);
    const feedback = decodeFeedback(json.feedback);
    return feedback ? [[asText(json.messageId), feedback]] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * What the shopper said last on whether it is solved; `undefined` when they said nothing, or have
 * written again since, for that may be another matter.
 *
 * @param lastAskedAt ISO time of their newest message, by the same clock
 */
export function decodeResolution(
  value: unknown,
  lastAskedAt: string | undefined,
): boolean | undefined {
  const json = asRecord(value);
  if (typeof json.resolved !== "boolean") return undefined;
  const given = Date.parse(asText(json.at));
  const asked = Date.parse(lastAskedAt ?? "");
  return given < asked ? undefined : json.resolved;
}

/** Reasons that were ticked and own words, as one comment; empty when there is none. */
export function joinComment(reasons: readonly string[], words: string): string {
  return [reasons.join(", "), words.trim()]
    .filter((part) => part !== "")
    .join(": ")
    .slice(0, MAX_COMMENT_LENGTH);
}

/** The ratings after one more; without feedback the answer has none. */
export function withRating(
  ratings: Ratings,
  messageId: string,
  feedback: Feedback | undefined,
): Ratings {
  const { [messageId]: _, ...others } = ratings;
  return feedback ? { ...others, [messageId]: feedback } : others;
}
