// Who is asking, for the mock server: codes by mail, single orders, and the mails of the demo shop.

import { randomInt } from "node:crypto";
import { customerByEmail } from "./actions.mjs";
import { orders } from "./data.mjs";

const MINUTE = 60_000;
const CODE_MINUTES = 10;
const VERIFIED_MINUTES = 30;
const TRIES = 3;
const MAX_FAILURES = 5;
/** Newest first. */
const outbox = [];

export function demoOutbox({ json }) {
  json(200, outbox);
}

export function start({ json, problem, body }, conversation) {
  const { orderId, email, postalCode } = body;
  if (orderId && (email || postalCode)) return lookUp({ json, problem, body }, conversation);
  if (!email || orderId || postalCode) return problem(400, "invalid_request");
  conversation.check = {
    email,
    code: String(randomInt(1_000_000)).padStart(6, "0"),
    expiresAt: new Date(Date.now() + CODE_MINUTES * MINUTE).toISOString(),
    triesLeft: TRIES,
  };
  if (customerByEmail(email)) {
    const { code } = conversation.check;
    outbox.unshift({
      to: email,
      subject: `${code} is your code`,
      text: `Your code is ${code}. It is valid for ${CODE_MINUTES} minutes.\nIf you did not ask for it, you need not do anything.`,
      at: new Date().toISOString(),
    });
  }
  return json(202, { expiresAt: conversation.check.expiresAt });
}

export function submit({ json, problem, body }, conversation) {
  const triesLeft = tryCode(conversation, String(body.code ?? ""));
  if (triesLeft !== undefined) return problem(422, "code_invalid", { triesLeft });
  return json(200, { level: "customer", verifiedUntil: conversation.verifiedUntil });
}

/** Takes the code; gives back the tries that are left after a wrong one. */
export function tryCode(conversation, code) {
  const { check } = conversation;
  if (!check || check.triesLeft === 0) return 0;
  const customer = customerByEmail(check.email);
  if (check.code !== code || !customer) {
    check.triesLeft -= 1;
    return check.triesLeft;
  }
  conversation.check = undefined;
  conversation.level = "customer";
  conversation.verifiedCustomer = customer;
  conversation.verifiedUntil = new Date(Date.now() + VERIFIED_MINUTES * MINUTE).toISOString();
  return undefined;
}

/** Ends a code's check before its time, as thirty minutes of waiting would. */
export function forget(conversation) {
  conversation.level = "anonymous";
  conversation.verifiedCustomer = undefined;
  conversation.verifiedUntil = undefined;
}

export function describe({ check, verifiedUntil }) {
  return {
    ...(check && {
      verification: { expiresAt: check.expiresAt, triesLeft: check.triesLeft },
    }),
    ...(verifiedUntil && { verifiedUntil }),
  };
}

function lookUp({ json, problem, body }, conversation) {
  if (conversation.failures >= MAX_FAILURES) {
    return problem(429, "too_many_attempts", {}, { "Retry-After": "600" });
  }
  const wanted = body.orderId.toUpperCase().replace(/^#?/, "#");
  const found = orders.find(
    (entry) =>
      entry.id === wanted &&
      (body.email
        ? customerByEmail(body.email)?.id === entry.customerId
        : entry.shippingAddress.postalCode.replaceAll(" ", "") ===
          body.postalCode.replaceAll(" ", "")),
  );
  if (!found) {
    conversation.failures += 1;
    return json(200, { level: "anonymous" });
  }
  if (conversation.level === "anonymous") conversation.level = "order";
  conversation.orderId = found.id;
  return json(200, { level: conversation.level });
}
