const ALLOWED_PROTOCOLS = new Set(["https:", "http:", "mailto:", "tel:"]);

/**
 * The address of a link in text that we did not write, or `undefined` if it may not be a link.
 * Allowed are our own pages and the web, mail and phone; scripts, data and hidden hosts are not.
 */
export function safeHref(href: string | undefined): string | undefined {
  const trimmed = href?.trim() ?? "";
  // "//host" and "/\host" leave our site although they look like a path.
  if (/^\/(?![/\\])/.test(trimmed) || trimmed.startsWith("#")) return trimmed;
  try {
    const url = new URL(trimmed);
    return ALLOWED_PROTOCOLS.has(url.protocol) && !url.username && !url.password
      ? url.href
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the address stays inside the app. */
export function isOwnPage(href: string): boolean {
  return href.startsWith("/");
}
