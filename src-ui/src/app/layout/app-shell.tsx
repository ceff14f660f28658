import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Header } from "./header";
import { TabBar } from "./navigation";

/** Frame of every page: header, the page itself, and on small screens the tab bar. */
export function AppShell() {
  const { t } = useTranslation();
  const mainRef = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const shownPath = useRef(path);

  useEffect(() => {
    if (shownPath.current === path) return;
    shownPath.current = path;
    // A page that came without loading must be told to screen readers, and begins at its top.
    mainRef.current?.focus({ preventScroll: true });
    mainRef.current?.scrollTo({ top: 0 });
  }, [path]);

  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-20 rounded-xl bg-brand px-4 py-2 font-medium text-on-brand focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:px-4 focus:py-2"
      >
        {t("app.skipToContent")}
      </a>
      <Header />
      <main
        id="main"
        ref={mainRef}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <Outlet />
      </main>
      <TabBar />
    </div>
  );
}
