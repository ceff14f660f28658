import { asRecord, asText } from "@/lib/decode";

const STATES = ["open", "waiting_for_person", "with_person", "solved"] as const;
export type ConversationState = (typeof STATES)[number];

/** A conversation in the list of the shopper's own. */
export interface ConversationSummary {
  id: string;
  /** The shopper's first words. */
  title: string;
  /** ISO time. */
  updatedAt: string;
  state: ConversationState;
}

export function decodeConversationSummary(value: unknown): ConversationSummary {
  const json = asRecord(value);
  const state = asText(json.state);
  return {
    id: asText(json.id),
    title: asText(json.title),
    updatedAt: asText(json.updatedAt),
    state: STATES.find((known) => known === state) ?? "open",
  };
}
