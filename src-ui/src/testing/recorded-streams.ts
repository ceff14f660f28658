import { type ChatEvent, decodeFrame } from "@/features/chat/model/chat-event";
import { decodeSse, SSE_START } from "@/lib/sse/sse-decoder";

const files = import.meta.glob<string>("./recorded/*.sse", {
  eager: true,
  query: "?raw",
  import: "default",
});

export interface RecordedEvent {
  id: number;
  event: ChatEvent;
}

/** Names of all streams that a test of the server has recorded. */
export const RECORDED_STREAMS = Object.keys(files).map((path) => path.replace(/^.*\/|\.sse$/g, ""));

/**
 * A recorded stream as the app decodes it.
 *
 * @param pieceLength characters that arrive at a time
 * @throws when an event is of a kind that the app does not know
 */
export function recordedEvents(name: string, pieceLength = 4096): RecordedEvent[] {
  const text = files[`./recorded/${name}.sse`];
  if (text === undefined) throw new Error(`No stream ${name} has been recorded`);
  const events: RecordedEvent[] = [];
  let state = SSE_START;
  for (let at = 0; at < text.length; at += pieceLength) {
    const decoded = decodeSse(state, text.slice(at, at + pieceLength));
    state = decoded.state;
    for (const frame of decoded.frames) {
      const event = decodeFrame(frame);
      if (!event) throw new Error(`${name}: the app does not know ${frame.event}`);
      events.push({ id: Number(frame.id), event });
    }
  }
  return events;
}
