import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { devWidget } from "./vite/dev-widget.ts";
import { slimLibraries } from "./vite/slim-libraries.ts";

/** Where the API is when Vite is opened directly; behind Quinoa the calls never come here. */
const backend = process.env.BACKEND_URL ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react(), tailwindcss(), slimLibraries(), devWidget()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      "/api": backend,
      "/q": backend,
      "/demo": backend,
    },
  },
  build: { outDir: "dist", target: "es2022", reportCompressedSize: true },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}", "widget/**/*.test.ts", "scripts/**/*.test.ts"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
  },
});
