import { expect, it } from "vitest";
import { olderCount } from "./thread-window";

it("keeps the newest messages on the page, and moves the border seldom", () => {
  expect(olderCount(0)).toBe(0);
  expect(olderCount(59)).toBe(0);
  expect(olderCount(60)).toBe(20);
  expect(olderCount(79)).toBe(20);
  expect(olderCount(10_000)).toBe(9960);
});
