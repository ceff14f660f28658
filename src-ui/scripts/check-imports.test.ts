// @vitest-environment node

import { describe, expect, it } from "vitest";
// @ts-expect-error a plain script without types
import { findViolations } from "./check-imports.mjs";

const file = (path: string, specifier: string) => [{ path, text: `import x from "${specifier}";` }];

describe("findViolations", () => {
  it.each([
    ["features/chat/a.ts", "@/features/shop/b"],
    ["features/chat/components/a.tsx", "../../orders/api/orders"],
    ["features/chat/a.ts", "@/app/router"],
    ["components/ui/a.tsx", "@/features/chat/a"],
    ["lib/a.ts", "@/components/ui/button"],
    ["features/chat/a.ts", "@/testing/random"],
  ])("%s may not import %s", (path, specifier) => {
    expect(findViolations(file(path, specifier))).toHaveLength(1);
  });

  it.each([
    ["features/chat/components/a.tsx", "../model/message"],
    ["features/chat/a.ts", "@/components/ui/button"],
    ["app/router.tsx", "@/features/chat/a"],
    ["lib/a.ts", "./b"],
    ["lib/a.test.ts", "@/testing/random"],
    ["lib/a.ts", "axios"],
  ])("%s may import %s", (path, specifier) => {
    expect(findViolations(file(path, specifier))).toEqual([]);
  });
});
