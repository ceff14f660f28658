import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of somebody else's shop, under an origin of its own. */
export interface ForeignPage {
  url: string;
  close(): Promise<void>;
}

interface PageOptions {
  /** Attributes of the script element, such as `data-color="#123456"`. */
  attributes?: string;
  /** What stands before the script: styles, an early call. */
  head?: string;
  /** Host by which the page is reached. */
  host?: "localhost" | "127.0.0.1";
  dir?: "ltr" | "rtl";
}

/** @param assistant origin of the shop's assistant */
export async function foreignPage(
  assistant: string,
  options: PageOptions = {},
): Promise<ForeignPage> {
  const { attributes = "", head = "", host = "localhost", dir = "ltr" } = options;
  const html = `<!doctype html>
<html lang="en" dir="${dir}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Marlow Lamps</title>
  <style>
    body { font: 17px/1.6 Georgia, serif; margin: 0; color: #2b2620; background: #f4efe6; }
    header { padding: 28px 6vw; background: #2b2620; color: #f4efe6; font-size: 24px; }
    main { padding: 32px 6vw; max-width: 46em; min-height: 1400px; }
  </style>
  ${head}
</head>
<body>
  <header>Marlow Lamps</header>
  <main>
    <h1>A lamp for late evenings</h1>
    <p>Turned by hand from one piece of ash, with a shade of unbleached linen.</p>
    <p><a href="#more">More about the lamp</a></p>
  </main>
  <script src="${assistant}/widget.js" ${attributes}></script>
</body>
</html>`;
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/`,
    close: () => new Promise((resolve, reject) => server.close((e) => (e ? reject(e) : resolve()))),
  };
}
