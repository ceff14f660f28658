import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readStored, readStoredRecord, writeStored } from "./storage";

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => writeStored("note", undefined));

function refuse(method: "getItem" | "setItem" | "removeItem"): void {
  vi.spyOn(Storage.prototype, method).mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
}

it("keeps what the browser won't, until the page is left", () => {
  refuse("getItem");
  refuse("setItem");
  refuse("removeItem");
  writeStored("note", { id: "c1" });
  expect(readStoredRecord("note")).toEqual({ id: "c1" });
  writeStored("note", undefined);
  expect(readStored("note")).toBeUndefined();
});

it("shows the newest value, not the one that a full storage still holds", () => {
  writeStored("note", "old");
  refuse("setItem");
  writeStored("note", "new");
  expect(readStored("note")).toBe("new");
  vi.mocked(Storage.prototype.setItem).mockRestore();
  writeStored("note", "newest");
  expect(readStored("note")).toBe("newest");
  expect(localStorage.getItem("attendant.note")).toBe("newest");
});
