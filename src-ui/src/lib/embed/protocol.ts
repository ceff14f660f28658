/**
 * What the page that embeds the chat and the chat in its frame say to each other, by `postMessage`. Both sides check where a
 * message comes from; the token is said only to the frame's own origin.
 */

/** Marks our messages among those of other scripts. */
export const CHANNEL = "attendant/1";

/** What the shopper looks at on the embedding page. */
export interface HostContext {
  /** Path of the page. */
  page?: string;
  productId?: string;
  orderId?: string;
}

/** How the chat is to look. */
export interface HostLook {
  locale?: string;
  theme?: "light" | "dark" | "auto";
  /** `#rrggbb`. */
  color?: string;
}

export type HostMessage =
  /** The answer to `ready`: nothing is loaded for anybody before it. */
  | { type: "hello"; look: HostLook; token: string | null; context: HostContext }
  /** Somebody else is signed in, or nobody any more. */
  | { type: "identify"; token: string | null }
  | { type: "context"; context: HostContext };

export type FrameMessage =
  | { type: "ready" }
  | { type: "close" }
  /** An answer of the assistant or of a person is complete. */
  | { type: "message" }
  | { type: "handoff" }
  | { type: "error"; code: string };

/** A message in its envelope. */
export function wrap<T extends HostMessage | FrameMessage>(message: T): T & { channel: string } {
  return { channel: CHANNEL, ...message };
}

/** The message in an event's data; `undefined` if it is none of ours. */
export function unwrap<T extends HostMessage | FrameMessage>(data: unknown): T | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { channel, type } = data as { channel?: unknown; type?: unknown };
  return channel === CHANNEL && typeof type === "string" ? (data as T) : undefined;
}
