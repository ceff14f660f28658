import { asNumber, asRecord, asText, optionalNumber, optionalText } from "@/lib/decode";

/** A code that was asked for by mail and not given yet. */
export interface CodeCheck {
  /** ISO time; empty if the server has not told it. */
  expiresAt: string;
  /** Known after a reload or a wrong code. */
  triesLeft?: number;
  /** Where it was sent to; a reloaded page doesn't know it. */
  email?: string;
}

export type TrustLevel = "anonymous" | "order" | "customer";

/** What the server has found out about who is asking. */
export interface VerificationResult {
  level: TrustLevel;
  /** ISO time until which a code's check holds. */
  verifiedUntil?: string;
}

/** An order's number with what only its owner knows. */
export type OrderLookup = { orderId: string } & ({ email: string } | { postalCode: string });

/** Who is asking, as far as the conversation needs to know it. */
export interface Verification extends VerificationResult {
  /** Key of the answer that asked for it last; there, and only there, it can be done. */
  askedIn?: string;
  /** The action that waits for it, when it was asked for by a confirmation. */
  actionId?: string;
  /** Whether what was asked for last has been shown. */
  done: boolean;
  check?: CodeCheck;
}

export const UNVERIFIED: Verification = { level: "anonymous", done: false };

/** The code with which the server refuses what needs a higher level. */
export const VERIFICATION_CODE = "verification_required";

/** Somewhere it must be known who is asking; an open code check goes on there. */
export function askFor(
  verification: Verification,
  askedIn: string | undefined,
  actionId?: string,
): Verification {
  return { ...verification, askedIn, actionId, done: false };
}

export function verified(verification: Verification, result: VerificationResult): Verification {
  return { ...verification, ...result, done: true, check: undefined };
}

export function noteWrongCode(
  verification: Verification,
  triesLeft: number | undefined,
): Verification {
  const { check } = verification;
  return check ? { ...verification, check: { ...check, triesLeft } } : verification;
}

export function decodeLevel(value: unknown): TrustLevel {
  return value === "customer" || value === "order" ? value : "anonymous";
}

export function decodeVerificationResult(value: unknown): VerificationResult {
  const json = asRecord(value);
  return { level: decodeLevel(json.level), verifiedUntil: optionalText(json.verifiedUntil) };
}

/** A transcript's open code check. */
export function decodeCodeCheck(value: unknown): CodeCheck | undefined {
  if (value === undefined || value === null) return undefined;
  const json = asRecord(value);
  return { expiresAt: asText(json.expiresAt), triesLeft: optionalNumber(json.triesLeft) };
}

/** A text in which the shopper gives the code; the server shows it masked. */
const CODE_ONLY = /^\D*(?:\d{6}|•{6})\D*$/;

export function isCode(text: string): boolean {
  return CODE_ONLY.test(text);
}

/** The digits of a code in whatever way it was typed or pasted: "123 456" or "Your code: 123456". */
export function codeDigits(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "").slice(0, CODE_LENGTH);
}

export const CODE_LENGTH = 6;

/** Whether a text has the shape of an e-mail address; only the mail itself shows that it is one. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

/** The server's number of wrong codes that are still free, out of a refusal. */
export function decodeTriesLeft(problem: unknown): number {
  return asNumber(asRecord(problem).triesLeft);
}
