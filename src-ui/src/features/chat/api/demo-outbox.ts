import { queryOptions } from "@tanstack/react-query";
import { listDemoOutbox } from "@/api/generated";
import { asList, asRecord, asText } from "@/lib/decode";
import "@/lib/http";

/** A mail that a demo shop keeps instead of sending it. */
export interface DemoMail {
  to: string;
  subject: string;
  text: string;
  /** ISO time. */
  at: string;
}

/** Newest first. */
export const demoOutboxQuery = queryOptions({
  queryKey: ["demo", "outbox"],
  queryFn: async ({ signal }) =>
    asList((await listDemoOutbox({ signal, throwOnError: true })).data).map(decodeMail),
  gcTime: 0,
});

function decodeMail(value: unknown): DemoMail {
  const json = asRecord(value);
  return {
    to: asText(json.to),
    subject: asText(json.subject),
    text: asText(json.text),
    at: asText(json.at),
  };
}
