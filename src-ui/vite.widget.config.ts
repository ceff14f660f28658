import { defineConfig } from "vite";

/** The script for other people's pages: one file with a name that stays. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    lib: {
      entry: "widget/main.ts",
      formats: ["iife"],
      name: "AttendantWidget",
      fileName: () => "widget.js",
    },
  },
});
