import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { FailureBox } from "@/components/ui/failure-box";

/** Stands in for a page that broke, so that the header and the other pages still work. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  useEffect(() => console.error(error), [error]);
  return (
    <FailureBox
      error={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
