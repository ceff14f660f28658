import { AxiosError, CanceledError } from "axios";
import { describe, expect, it } from "vitest";
import { ApiError, errorCode, problemToError, readRetryAfter, toApiError } from "./api-error";

function answered(status: number, data: unknown, headers = {}): AxiosError {
  const config = { headers: {} } as never;
  return new AxiosError("failed", "ERR", config, undefined, {
    status,
    data,
    statusText: "",
    headers,
    config,
  });
}

describe("toApiError", () => {
  it("reads the problem's code", async () => {
    const body = { status: 409, code: "turn_in_progress", detail: "Wait" };
    expect(await toApiError(answered(409, body))).toMatchObject({
      status: 409,
      code: "turn_in_progress",
      detail: "Wait",
      retryable: false,
    });
  });

  it("reads a problem out of a stream", async () => {
    const stream = new Response('{"status":404,"code":"conversation_not_found"}').body;
    expect(await toApiError(answered(404, stream))).toMatchObject({
      code: "conversation_not_found",
    });
  });

  it("names the status when there is no problem document", async () => {
    expect(await toApiError(answered(502, "<html>"))).toMatchObject({
      code: "http_502",
      retryable: true,
    });
  });

  it("calls a missing answer a network failure", async () => {
    expect(await toApiError(new AxiosError("Network Error"))).toMatchObject({
      status: 0,
      code: "network",
      retryable: true,
    });
  });

  it("keeps the members of a problem and when to try again", async () => {
    const body = { status: 429, code: "too_many_attempts", triesLeft: 0 };
    const error = await toApiError(answered(429, body, { "retry-after": "60" }));
    expect(error).toMatchObject({ problem: { triesLeft: 0 }, retryAt: expect.any(Date) });
  });

  it("leaves a cancelled call and our own error as they are", async () => {
    const cancelled = new CanceledError();
    const own = new ApiError(400, "x");
    expect(await toApiError(cancelled)).toBe(cancelled);
    expect(await toApiError(own)).toBe(own);
  });
});

it("gives a code for any error", () => {
  expect(errorCode(problemToError(404, '{"code":"order_not_found"}'))).toBe("order_not_found");
  expect(errorCode(new Error("?"))).toBe("unknown");
});

it("reads when to try again, in seconds or as a date", () => {
  const now = new Date("2026-03-05T10:00:00Z");
  expect(readRetryAfter("90", now)).toEqual(new Date("2026-03-05T10:01:30Z"));
  expect(readRetryAfter("Thu, 05 Mar 2026 11:00:00 GMT", now)).toEqual(
    new Date("2026-03-05T11:00:00Z"),
  );
  expect(readRetryAfter("soon", now)).toBeUndefined();
  expect(readRetryAfter("", now)).toBeUndefined();
  expect(readRetryAfter(undefined, now)).toBeUndefined();
});
