import type { ThreadMessage } from "./message";
import type { ThreadState } from "./thread";
import type { Transcript } from "./transcript";
import { isCode, type Verification } from "./verification";

/** Who is asking by the transcript, asked for where the page or the transcript did so last. */
export function readVerification(
  known: Verification,
  messages: readonly ThreadMessage[],
  { level, verifiedUntil, codeCheck }: Transcript,
): Verification {
  const told = messages.findLastIndex((m) => m.from === "assistant" && m.verification);
  const shown = messages.findIndex((m) => m.key === known.askedIn);
  const askedIn = messages[Math.max(told, shown)]?.key ?? (codeCheck && lastAnswerKey(messages));
  const sameRequest = shown >= told;
  // An order's level may be too low for what was asked for after it; only going on shows that not.
  const wentOn = level === "order" && askedIn !== undefined && askedIn !== lastAnswerKey(messages);
  return {
    level,
    verifiedUntil,
    askedIn,
    actionId: sameRequest ? known.actionId : undefined,
    done: level === "customer" || wentOn || (sameRequest && known.done && level !== "anonymous"),
    check: codeCheck && { ...codeCheck, email: known.check?.email },
  };
}

export function lastAnswerKey(messages: readonly ThreadMessage[]): string | undefined {
  return messages.findLast((message) => message.from === "assistant")?.key;
}

/**
 * The question that could not be answered before it was known who is asking, for as long as the
 * shopper has not asked anything else.
 */
export function interruptedQuestion({ messages, verification }: ThreadState): string | undefined {
  const at = messages.findIndex((message) => message.key === verification.askedIn);
  if (at < 0 || verification.actionId !== undefined) return undefined;
  const later = messages.slice(at).filter((message) => message.from === "shopper");
  if (!later.every((message) => isCode(message.text))) return undefined;
  return messages.slice(0, at).findLast((message) => message.from === "shopper")?.text;
}
