/**
 * Cuts Markdown at blank lines into blocks that can be rendered on their own. Fenced code stays
 * whole, and what belongs to a list stays with it; only a very long list is cut between two of its
 * items, so that its growing end costs no more than any other. Joined by blank lines, the blocks
 * mean the same as the text.
 */
export function splitBlocks(text: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let fence = "";
  let afterBlank = false;

  const flush = () => {
    if (lines.length > 0) blocks.push(lines.join("\n"));
    lines = [];
  };

  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence) {
      lines.push(line);
      if (mark.startsWith(fence)) fence = "";
      continue;
    }
    if (line.trim() === "") {
      afterBlank = true;
      continue;
    }
    if (afterBlank) {
      if (continuesList(lines, line)) lines.push("");
      else flush();
    }
    if (lines.length >= LIST_LINES && LIST_START.test(line) && LIST_START.test(lines[0] ?? "")) {
      flush();
    }
    afterBlank = false;
    fence = mark;
    lines.push(line);
  }
  flush();
  return blocks;
}

/** Lines after which a list is cut before its next item. */
const LIST_LINES = 50;
const LIST_START = /^([-*+]|\d{1,9}[.)])\s/;
const LIST_ITEM = /^ {0,3}([-*+]|\d{1,9}[.)])\s/;

function continuesList(lines: readonly string[], next: string): boolean {
  return lines.some((line) => LIST_ITEM.test(line)) && (LIST_ITEM.test(next) || /^\s/.test(next));
}
