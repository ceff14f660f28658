import { useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { AppShell } from "./layout/app-shell";
import { PageSkeleton } from "./page-skeleton";

const EmbedShell = lazy(async () => ({
  default: (await import("./embed/embed-shell")).EmbedShell,
}));

/** The shop around every page, but for the frame on somebody else's: that one stays a frame wherever its links lead. */
export function Root() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [framed] = useState(path === "/embed");
  if (!framed) return <AppShell />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <EmbedShell />
    </Suspense>
  );
}
