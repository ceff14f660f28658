import { Outlet, useRouterState } from "@tanstack/react-router";
import { AppShell } from "./layout/app-shell";

/** The shop around every page but the one that stands in a frame on somebody else's. */
export function Root() {
  const framed = useRouterState({ select: (state) => state.location.pathname === "/embed" });
  return framed ? <Outlet /> : <AppShell />;
}
