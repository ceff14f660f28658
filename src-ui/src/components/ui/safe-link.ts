/** What may become of a link in text that we did not write. */
export type LinkTarget =
  /** A page of this app. */
  | { kind: "page"; href: string }
  /** A page of a host that the shop names. */
  | { kind: "elsewhere"; href: string }
  /** No link: its words, and the address as far as people can read it. */
  | { kind: "text"; address?: string };

const MAX_ADDRESS = 200;

/**
 * Decides by allow-list: our own pages, and https pages of the shop's hosts, where `*.example.com` is
 * all below `example.com`. Ports, sign-in data and other schemes are never followed.
 */
export function linkTarget(
  href: string | undefined,
  hosts: readonly string[],
  origin: string = window.location.origin,
): LinkTarget {
  const written = href?.trim() ?? "";
  // "page" and "#part" would depend on where the text happens to be shown.
  if (!/^([a-z][a-z\d+.-]*:|[/\\])/i.test(written)) return { kind: "text" };
  const url = parsed(written, origin);
  if (!url) return { kind: "text" };
  if (url.username || url.password) return { kind: "text", address: shortened(url.href) };
  // Compared after parsing: "//host", "/\host" and a tab in between leave our site though they look like a path.
  if (url.origin === origin) {
    return { kind: "page", href: url.pathname + url.search + url.hash };
  }
  if (url.protocol === "https:" && !url.port && isNamed(url.hostname, hosts)) {
    return { kind: "elsewhere", href: url.href };
  }
  return { kind: "text", address: readable(url) };
}

function parsed(href: string, origin: string): URL | undefined {
  try {
    return new URL(href, origin);
  } catch {
    return undefined;
  }
}

function isNamed(hostname: string, hosts: readonly string[]): boolean {
  return hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
}

/** A script or a picture's data is nothing to read. */
function readable(url: URL): string | undefined {
  switch (url.protocol) {
    case "https:":
    case "http:":
      return shortened(url.href);
    case "mailto:":
    case "tel:":
      return shortened(url.pathname);
    default:
      return undefined;
  }
}

function shortened(address: string): string {
  return address.length <= MAX_ADDRESS ? address : `${address.slice(0, MAX_ADDRESS)}…`;
}

/** Whether a link's words are its address already, so that it need not be shown twice. */
export function saysAddress(words: unknown, address: string): boolean {
  return typeof words === "string" && bare(words) === bare(address);
}

function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "");
}
