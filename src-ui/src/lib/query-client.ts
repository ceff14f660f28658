import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error";

const MAX_RETRIES = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Asking again never helps against a refusal, only against an outage.
        retry: (failures, error) =>
          failures < MAX_RETRIES && error instanceof ApiError && error.retryable,
      },
    },
  });
}
