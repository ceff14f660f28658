import { ApiError, NETWORK_CODE } from "@/lib/api-error";
import { http } from "@/lib/http";
import { decodeSse, SSE_START, type SseFrame } from "./sse-decoder";

export interface EventStreamRequest {
  method: "GET" | "POST";
  /** Path on our own origin. */
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal: AbortSignal;
  onOpen?: () => void;
  onFrame: (frame: SseFrame) => void;
}

/** The server sends a comment every 15 s; three missed ones mean that the line is dead. */
const SILENCE_LIMIT_MS = 45_000;

/**
 * Reads one event stream to its end. Resolves when the server closes it or the signal is aborted.
 *
 * @throws ApiError with the server's code if the call is refused, with `network` if the line breaks
 *   or stays silent for 45 s
 */
export async function readEventStream(request: EventStreamRequest): Promise<void> {
  const silence = new AbortController();
  const signal = AbortSignal.any([request.signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), SILENCE_LIMIT_MS);
  try {
    const response = await http.request<ReadableStream<Uint8Array>>({
      method: request.method,
      url: request.url,
      data: request.body,
      headers: { Accept: "text/event-stream", ...request.headers },
      responseType: "stream",
      signal,
    });
    request.onOpen?.();
    const text = new TextDecoder();
    const reader = response.data.getReader();
    let state = SSE_START;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_LIMIT_MS);
      const decoded = decodeSse(state, text.decode(value, { stream: true }));
      state = decoded.state;
      for (const frame of decoded.frames) request.onFrame(frame);
    }
  } catch (error) {
    if (request.signal.aborted) return;
    if (error instanceof ApiError) throw error;
    throw new ApiError(0, NETWORK_CODE, error instanceof Error ? error.message : undefined);
  } finally {
    clearTimeout(timer);
  }
}
