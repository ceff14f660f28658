import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useUnread } from "./use-unread";

describe("useUnread", () => {
  it("counts what comes while the reader does not look", () => {
    const { result, rerender } = renderHook(
      ({ count, seen, place }) => useUnread(count, seen, place),
      { initialProps: { count: 3, seen: true, place: "c1" } },
    );
    expect(result.current).toBe(0);
    rerender({ count: 5, seen: false, place: "c1" });
    expect(result.current).toBe(2);
    rerender({ count: 5, seen: true, place: "c1" });
    rerender({ count: 5, seen: false, place: "c1" });
    expect(result.current).toBe(0);
    rerender({ count: 40, seen: false, place: "c2" });
    expect(result.current).toBe(0);
    rerender({ count: 41, seen: false, place: "c2" });
    expect(result.current).toBe(1);
  });
});
