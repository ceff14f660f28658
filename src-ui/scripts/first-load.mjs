// Sums the JavaScript that a first visit of the chat page loads, as it travels, and fails above the limit.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 200;
const DIST = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * Names of all files that these load before they can run.
 *
 * @param {Map<string, string>} texts each file's name and text
 * @param {string[]} entries
 * @returns {Set<string>}
 */
export function loadedWith(texts, entries) {
  const seen = new Set();
  const open = [...entries];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = texts.get(name);
    if (text === undefined) throw new Error(`${name} is not among the built files`);
    for (const [, imported] of text.matchAll(/\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      open.push(imported);
    }
  }
  return seen;
}

function measure() {
  const folder = join(DIST, "assets");
  const texts = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".js"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
  const sizeOf = (name) => gzipSync(texts.get(name) ?? "").length;
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const inPage = [...html.matchAll(/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name);
  const chat = [...texts.keys()].filter((name) => name.startsWith("chat-page-"));
  if (inPage.length === 0 || chat.length === 0) throw new Error("The build has another shape");
  // The largest of the languages stands for all: one visit loads one.
  const [language] = [...texts.keys()]
    .filter((name) => /^[a-z]{2}-[\w-]+\.js$/.test(name))
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const loaded = loadedWith(texts, [...inPage, ...chat, ...(language ? [language] : [])]);
  const total = [...loaded].reduce((sum, name) => sum + sizeOf(name), 0) / 1000;
  console.log(
    `first load of the chat page: ${total.toFixed(1)} kB of JavaScript (gzip) in ${loaded.size} files, limit ${LIMIT_KB} kB`,
  );
  if (total > LIMIT_KB) process.exit(1);
}

if (process.argv[1] && basename(process.argv[1]) === "first-load.mjs") measure();
