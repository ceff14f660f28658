/** What the chat tells the page that it stands on, where it stands on somebody else's. */
export interface ChatFrame {
  close(): void;
  /** An answer is complete. */
  answered(): void;
  /** A person has been called. */
  handedOver(): void;
  /** The conversation can't be opened. */
  failed(code: string): void;
}
