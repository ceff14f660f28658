import type { Plugin } from "vite";

/** Serves the widget's script while developing, where nothing is built: it loads its own source. */
export function devWidget(): Plugin {
  return {
    name: "dev-widget",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/widget.js", (_request, response) => {
        response.setHeader("Content-Type", "text/javascript");
        response.end('import(new URL("/widget/main.ts", document.currentScript.src).href);');
      });
    },
  };
}
