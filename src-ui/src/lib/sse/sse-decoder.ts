/** One event of a server-sent event stream. */
export interface SseFrame {
  event: string;
  data: string;
  /** The last id the stream has given, also when this frame brought none itself. */
  id: string | undefined;
}

/** Where a decoder stands between two chunks. */
export interface SseState {
  readonly line: string;
  readonly data: readonly string[];
  readonly event: string;
  readonly id: string | undefined;
  /** The last chunk ended with a CR, so a LF that opens the next one belongs to it. */
  readonly afterCarriageReturn: boolean;
  readonly started: boolean;
}

export const SSE_START: SseState = {
  line: "",
  data: [],
  event: "",
  id: undefined,
  afterCarriageReturn: false,
  started: false,
};

/**
 * Decodes the next piece of an event stream. Pure: the same state and chunk always give the same
 * result, and cutting a stream at other places gives the same frames. Comments, unknown fields and
 * frames without data are skipped, as the standard asks.
 */
export function decodeSse(state: SseState, chunk: string): { state: SseState; frames: SseFrame[] } {
  if (chunk === "") return { state, frames: [] };
  const frames: SseFrame[] = [];
  let { line, event, id } = state;
  let data = [...state.data];
  let skipLineFeed = state.afterCarriageReturn;
  let start = !state.started && chunk.startsWith("\uFEFF") ? 1 : 0;

  const endLine = () => {
    if (line === "") {
      if (data.length > 0) frames.push({ event: event || "message", data: data.join("\n"), id });
      data = [];
      event = "";
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const rest = colon < 0 ? "" : line.slice(colon + 1);
    const value = rest.startsWith(" ") ? rest.slice(1) : rest;
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  };

  for (let at = start; at < chunk.length; at += 1) {
    const char = chunk.charCodeAt(at);
    if (char !== CR && char !== LF) {
      skipLineFeed = false;
      continue;
    }
    if (char === LF && skipLineFeed) {
      skipLineFeed = false;
      start = at + 1;
      continue;
    }
    line += chunk.slice(start, at);
    endLine();
    line = "";
    start = at + 1;
    skipLineFeed = char === CR;
  }
  line += chunk.slice(start);

  return {
    state: { line, data, event, id, afterCarriageReturn: skipLineFeed, started: true },
    frames,
  };
}

const CR = 13;
const LF = 10;
