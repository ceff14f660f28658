import axios from "axios";
import { client } from "@/api/generated/client.gen";
import { ApiError, toApiError } from "./api-error";
import { currentIdentity, refuseToken } from "./identity";

/**
 * The one axios instance. It adds the shopper's token and turns every failure into an
 * {@link ApiError}; showing the failure is up to the caller.
 */
export const http = axios.create({
  // The fetch adapter is the one that can read an answer while it is still being written.
  adapter: "fetch",
  baseURL: globalThis.location?.origin,
});

http.interceptors.request.use((config) => {
  const { token } = currentIdentity();
  if (token) config.headers.set("Authorization", `Bearer ${token}`);
  return config;
});

http.interceptors.response.use(undefined, async (failure) => {
  const error = await toApiError(failure);
  if (error instanceof ApiError && TOKEN_CODES.has(error.code)) refuseToken(error.code);
  throw error;
});

/** Codes that say the token itself is of no use any more. */
const TOKEN_CODES = new Set(["token_invalid", "token_expired"]);

client.setConfig({ axios: http, baseURL: http.defaults.baseURL, throwOnError: true });
