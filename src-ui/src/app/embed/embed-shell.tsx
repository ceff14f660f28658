import { Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { PageSkeleton } from "../page-skeleton";
import { EmbedBar } from "./embed-bar";
import { HostContext } from "./host-context";
import { useHost } from "./use-host";

/**
 * Around every page in the frame on somebody else's. Links of an answer stay in it, since only this frame knows who is signed
 * in; a bar leads back from there.
 */
export function EmbedShell() {
  const { host, introduced, topic } = useHost();
  const { pathname, search } = useRouterState({ select: (state) => state.location });
  const inChat = pathname === "/embed";
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog or a menu of the chat takes it first.
      if (event.key === "Escape" && !event.defaultPrevented) host?.tell({ type: "close" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [host]);
  // A page's way to ask about what it shows leads to the chat as our own pages have it.
  if (pathname === "/" || pathname === "/chat")
    return <Navigate to="/embed" search={search} replace />;
  return (
    <HostContext value={host}>
      <div className="flex h-dvh flex-col">
        {!inChat && <EmbedBar topic={topic} />}
        <main className={inChat ? "min-h-0 flex-1" : "min-h-0 flex-1 overflow-y-auto"}>
          {introduced ? <Outlet /> : <PageSkeleton />}
        </main>
      </div>
    </HostContext>
  );
}
