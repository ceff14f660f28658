import { AxiosError, CanceledError } from "axios";
import { describe, expect, it } from "vitest";
import { ApiError, errorCode, problemToError, toApiError } from "./api-error";

function answered(status: number, data: unknown): AxiosError {
  const config = { headers: {} } as never;
  return new AxiosError("failed", "ERR", config, undefined, {
    status,
    data,
    statusText: "",
    headers: {},
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
