import { AxiosError, isCancel } from "axios";
import { asNumber, asRecord, asText, type Json, optionalText } from "./decode";

/** Codes of failures that never reached the server, beside those that the server tells. */
export const NETWORK_CODE = "network";

/** A call that failed, with the stable code that the server gave or one of our own. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status, 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  /** The whole problem document, for members that only one call knows. */
  readonly problem: Json;
  /** When the server is ready to be asked again, if it has said so. */
  readonly retryAt: Date | undefined;

  constructor(
    status: number,
    code: string,
    detail?: string,
    { problem = {}, retryAt }: { problem?: Json; retryAt?: Date } = {},
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.problem = problem;
    this.retryAt = retryAt;
  }

  /** Whether the same call may succeed later without any change. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Reads a problem document; a body of any other kind gives the code `http_<status>`. */
export function problemToError(status: number, body: unknown, retryAt?: Date): ApiError {
  const problem = asRecord(typeof body === "string" ? parseJson(body) : body);
  return new ApiError(
    asNumber(problem.status, status),
    asText(problem.code, `http_${status}`),
    optionalText(problem.detail),
    { problem, retryAt },
  );
}

/** Reads a `Retry-After` header, which gives either seconds or a date. */
export function readRetryAfter(value: unknown, now: Date): Date | undefined {
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const seconds = Number(value);
  const at = new Date(Number.isNaN(seconds) ? value : now.getTime() + seconds * 1000);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Turns whatever axios threw into an {@link ApiError}; a cancelled call is given back as it is. */
export async function toApiError(error: unknown): Promise<unknown> {
  if (isCancel(error) || error instanceof ApiError) return error;
  if (error instanceof AxiosError && error.response) {
    const body = await readBody(error.response.data);
    const retryAt = readRetryAfter(error.response.headers["retry-after"], new Date());
    return problemToError(error.response.status, body, retryAt);
  }
  if (error instanceof AxiosError) return new ApiError(0, NETWORK_CODE, error.message);
  return error;
}

/** The code to show for any error: the server's own, or `unknown`. */
export function errorCode(error: unknown): string {
  return error instanceof ApiError ? error.code : "unknown";
}

async function readBody(data: unknown): Promise<unknown> {
  if (!(data instanceof ReadableStream)) return data;
  try {
    return await new Response(data).text();
  } catch {
    // The connection broke inside the error's own body: its status is all that is known.
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
