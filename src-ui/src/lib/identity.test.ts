import { afterEach, expect, it } from "vitest";
import {
  currentIdentity,
  GUEST,
  onTokenRefused,
  refuseToken,
  signIn,
  signInForVisit,
} from "./identity";

const tokenOf = (claims: object) => `h.${btoa(JSON.stringify(claims))}.s`;

afterEach(() => localStorage.clear());

it("knows the embedding page's shopper without keeping the token", () => {
  const token = tokenOf({ sub: "C7" });
  signInForVisit(token);
  expect(currentIdentity()).toEqual({ key: "C7", token });
  expect(JSON.stringify({ ...localStorage })).not.toContain(token);
  signInForVisit("no token at all");
  expect(currentIdentity()).toEqual(GUEST);
});

it("tells when a token is refused, and leaves the shopper of our own pages signed in", () => {
  signIn("C1", "own");
  const codes: string[] = [];
  const end = onTokenRefused((code) => codes.push(code));
  signInForVisit(tokenOf({ sub: "C7" }));
  refuseToken("token_expired");
  expect(currentIdentity()).toEqual(GUEST);
  expect(localStorage.getItem("attendant.identity")).toContain("own");
  end();
  refuseToken("token_expired");
  expect(codes).toEqual(["token_expired"]);
});
