import { afterEach, describe, expect, it } from "vitest";
import { storedOutbox } from "./outbox";

const NOW = new Date().toISOString();
const message = { text: "Hello", clientMessageId: "m1", at: NOW };

describe("stored outbox", () => {
  afterEach(() => localStorage.clear());

  it("gives back what waits in that conversation of that shopper", () => {
    storedOutbox("guest").save("c1", message);
    expect(storedOutbox("guest").load("c1")).toEqual(message);
    expect(storedOutbox("guest").load("c2")).toBeUndefined();
    expect(storedOutbox("C1001").load("c1")).toBeUndefined();
    storedOutbox("guest").clear();
    expect(storedOutbox("guest").load("c1")).toBeUndefined();
  });

  it("does not send by itself what nobody expects any more, or what it can't read", () => {
    const at = new Date(Date.now() - 2 * 60 * 60_000).toISOString();
    storedOutbox("guest").save("c1", { ...message, at });
    expect(storedOutbox("guest").load("c1")).toBeUndefined();
    localStorage.setItem("attendant.outbox.guest", "[]");
    expect(storedOutbox("guest").load("c1")).toBeUndefined();
  });
});
