// @vitest-environment node

import { describe, expect, it } from "vitest";
// @ts-expect-error a plain script without types
import { loadedWith } from "./first-load.mjs";

const texts = new Map([
  ["index-1.js", 'import{a}from"./shared-2.js";import"./side-3.js";import("./later-4.js")'],
  ["shared-2.js", 'import { b } from "./index-1.js"'],
  ["side-3.js", ""],
  ["later-4.js", ""],
]);

describe("first load", () => {
  it("has what is imported, and not what is loaded later", () => {
    expect([...loadedWith(texts, ["index-1.js"])].sort()).toEqual([
      "index-1.js",
      "shared-2.js",
      "side-3.js",
    ]);
  });

  it("does not pass over a file that is missing", () => {
    expect(() => loadedWith(texts, ["gone.js"])).toThrow("gone.js");
  });
});
