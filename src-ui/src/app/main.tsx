import "./styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startI18n } from "@/lib/i18n/i18n";
import { createQueryClient } from "@/lib/query-client";
import { shopConfigQuery } from "@/lib/shop-config";
import { followSystemTheme } from "@/lib/theme";
import { router } from "./router";

const queryClient = createQueryClient();
void queryClient.prefetchQuery(shopConfigQuery);
followSystemTheme();
await startI18n();

const place = document.getElementById("root");
if (!place) throw new Error("The page has no place for the app");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
