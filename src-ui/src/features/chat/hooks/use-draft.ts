import { useEffect, useRef, useState } from "react";
import { asText } from "@/lib/decode";
import { readStoredRecord, writeStored } from "@/lib/storage";

const STORAGE_KEY = "drafts";
/** Conversations whose drafts are kept; the oldest ones go first. */
const KEPT = 10;

/** What is being written in a conversation; the browser keeps it over a reload. */
export function useDraft(conversationId: string | undefined): [string, (text: string) => void] {
  const [text, setText] = useState("");
  const shownId = useRef<string>(undefined);

  useEffect(() => {
    if (conversationId === undefined || conversationId === shownId.current) return;
    const first = shownId.current === undefined;
    shownId.current = conversationId;
    const stored = readDraft(conversationId);
    // What was written before the conversation was there belongs to it.
    setText((current) => (first && current !== "" ? current : stored));
  }, [conversationId]);

  const change = (next: string) => {
    setText(next);
    if (conversationId !== undefined) writeDraft(conversationId, next);
  };
  return [text, change];
}

function readDraft(conversationId: string): string {
  return asText(readStoredRecord(STORAGE_KEY)[conversationId]);
}

function writeDraft(conversationId: string, text: string): void {
  const { [conversationId]: _, ...others } = readStoredRecord(STORAGE_KEY);
  const kept = Object.entries(others).slice(1 - KEPT);
  writeStored(
    STORAGE_KEY,
    Object.fromEntries(text === "" ? kept : [...kept, [conversationId, text]]),
  );
}
