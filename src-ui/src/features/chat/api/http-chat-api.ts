import {
  confirmResolution,
  createConversation,
  decideAction,
  getConversation,
  giveFeedback,
  requestHandoff,
  startVerification,
  stopTurn,
  submitVerificationCode,
} from "@/api/generated";
import { ApiError } from "@/lib/api-error";
import { asRecord, asText } from "@/lib/decode";
import "@/lib/http";
import { readEventStream } from "@/lib/sse/read-event-stream";
import type { SseFrame } from "@/lib/sse/sse-decoder";
import { decodeOutcome } from "../model/action";
import type { ChatApi, ConversationRef, EventListener } from "../model/chat-api";
import { decodeChoices, decodeFrame, decodeTicket } from "../model/chat-event";
import { decodeTranscript } from "../model/transcript";
import { decodeVerificationResult } from "../model/verification";

/** The chat over HTTP: REST calls through the generated client, streams through fetch. */
export const httpChatApi: ChatApi = {
  async createConversation(locale) {
    const { data } = await createConversation({ body: { locale }, throwOnError: true });
    const json = asRecord(data);
    return {
      id: asText(json.id),
      token: asText(json.token),
      greeting: asText(json.greeting),
      suggestions: decodeChoices(json.suggestions),
    };
  },

  async getConversation(ref) {
    const { data } = await getConversation({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      throwOnError: true,
    });
    return decodeTranscript(data);
  },

  streamTurn: (ref, request, lastEventId, listener, signal) =>
    readEventStream({
      method: "POST",
      url: `/api/conversations/${encodeURIComponent(ref.id)}/messages`,
      body: request,
      headers: { ...conversationHeaders(ref), ...resumeHeader(lastEventId) },
      signal,
      onOpen: listener.onOpen,
      onFrame: (frame) => tell(listener, frame),
    }),

  async stopTurn(ref, turnId) {
    await stopTurn({
      path: { id: ref.id, turnId },
      headers: conversationHeaders(ref),
      throwOnError: true,
    });
  },

  async requestHandoff(ref) {
    const { data } = await requestHandoff({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      body: {},
      throwOnError: true,
    });
    return decodeTicket(data) ?? { ticketId: "", state: "open" };
  },

  async decideAction(ref, actionId, decision) {
    const { data, status } = await decideAction({
      path: { id: ref.id, actionId },
      headers: conversationHeaders(ref),
      body: { decision },
      throwOnError: true,
    });
    const outcome = decodeOutcome(data);
    if (!outcome) throw new ApiError(status, "unknown", "An outcome of a kind that is not known");
    return outcome;
  },

  async requestCode(ref, email) {
    const { data } = await startVerification({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      body: { email },
      throwOnError: true,
    });
    return { expiresAt: asText(asRecord(data).expiresAt) };
  },

  async submitCode(ref, code) {
    const { data } = await submitVerificationCode({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      body: { code },
      throwOnError: true,
    });
    return decodeVerificationResult(data);
  },

  async lookUpOrder(ref, lookup) {
    const { data } = await startVerification({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      body: lookup,
      throwOnError: true,
    });
    return decodeVerificationResult(data);
  },

  async rate(ref, messageId, feedback) {
    await giveFeedback({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      body: { messageId, ...feedback },
      throwOnError: true,
    });
  },

  async resolve(ref, resolved) {
    await confirmResolution({
      path: { id: ref.id },
      headers: conversationHeaders(ref),
      body: { resolved },
      throwOnError: true,
    });
  },

  followConversation: (ref, lastEventId, listener, signal) =>
    readEventStream({
      method: "GET",
      url: `/api/conversations/${encodeURIComponent(ref.id)}/events`,
      headers: { ...conversationHeaders(ref), ...resumeHeader(lastEventId) },
      signal,
      onOpen: listener.onOpen,
      onFrame: (frame) => tell(listener, frame),
    }),
};

function conversationHeaders(ref: ConversationRef): { "X-Conversation-Token": string } {
  return { "X-Conversation-Token": ref.token };
}

function resumeHeader(lastEventId: number | undefined): Record<string, string> {
  return lastEventId === undefined ? {} : { "Last-Event-ID": String(lastEventId) };
}

function tell(listener: EventListener, frame: SseFrame): void {
  const event = decodeFrame(frame);
  const id = Number(frame.id);
  if (event) listener.onEvent(event, frame.id === undefined || Number.isNaN(id) ? undefined : id);
}
