// The script that others put on their pages, as it travels; fails above the limit.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 15;

const script = readFileSync(fileURLToPath(new URL("../dist/widget.js", import.meta.url)));
const size = gzipSync(script).length / 1000;
console.log(`widget.js: ${size.toFixed(1)} kB (gzip), limit ${LIMIT_KB} kB`);
if (size > LIMIT_KB) process.exit(1);
