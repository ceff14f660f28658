import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { type RenderResult, render } from "@testing-library/react";
import i18next from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";
import type { ShopConfig } from "@/lib/shop-config";
import en from "@/locales/en.json";

const CONFIG: ShopConfig = {
  shopName: "Test shop",
  currency: "EUR",
  locales: ["en"],
  demo: true,
  assistantName: "Robin",
  linkHosts: ["example.com"],
};

/** Renders a part of the app in English with what the app gives it: words, queries and a router. */
export async function renderApp(content: ReactNode): Promise<RenderResult> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: "en",
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false },
    });
  }
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  queryClient.setQueryData(["config"], CONFIG);
  const router = createRouter({
    routeTree: createRootRoute({ component: () => content }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
    defaultNotFoundComponent: () => content,
  });
  await router.load();
  return render(
    <I18nextProvider i18n={i18next}>
      <QueryClientProvider client={queryClient}>
        {/* biome-ignore lint/suspicious/noExplicitAny: this router has other routes than the registered one */}
        <RouterProvider router={router as any} />
      </QueryClientProvider>
    </I18nextProvider>,
  );
}
