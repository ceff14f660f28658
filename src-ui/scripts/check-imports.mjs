// Holds the direction of imports: app → features → {components, lib} → api, and no feature imports
// another. The features are found by their folders, so that a new one is guarded from its first day.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../src", import.meta.url));
const LAYERS = {
  app: ["app", "features", "components", "lib", "api", "locales"],
  features: ["components", "lib", "api", "locales"],
  components: ["components", "lib", "api"],
  lib: ["lib", "api", "locales"],
  api: ["api"],
  locales: ["locales", "lib"],
  testing: ["testing", "app", "features", "components", "lib", "api", "locales"],
};

const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

export function findViolations(files) {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(IMPORT)]
      .map((match) => targetOf(path, match[1]))
      .filter((target) => target !== undefined && !isAllowed(path, target))
      .map((target) => `${path} must not import ${target}`),
  );
}

function targetOf(from, specifier) {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return undefined;
  return relative("/", resolve("/", dirname(from), specifier));
}

function isAllowed(from, target) {
  const [layer, feature] = from.split("/");
  const [targetLayer, targetFeature] = target.split("/");
  const isTest = /\.test\.tsx?$/.test(from);
  if (isTest && targetLayer === "testing") return true;
  if (layer === "features" && targetLayer === "features") return feature === targetFeature;
  return (LAYERS[layer] ?? []).includes(targetLayer) || layer === undefined;
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(join("api", "generated")))
    .map((file) => ({ path: relative(SRC, file), text: readFileSync(file, "utf8") }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = sourceFiles(SRC);
  const violations = findViolations(files);
  for (const violation of violations) console.error(violation);
  if (violations.length > 0) process.exit(1);
  console.log(`Imports of ${files.length} files keep their direction`);
}
