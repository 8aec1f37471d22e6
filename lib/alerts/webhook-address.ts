import { isPublicAddress } from "@/lib/http/public-lookup";

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

export type CheckedAddress =
  | { kind: "usable"; url: URL; isLocal: boolean }
  | { kind: "refused"; why: string };

/**
 * Whether a webhook may go there: https on the public internet; where local ones are allowed, this
 * machine too. What a name leads to is checked again by the socket that connects.
 */
export function checkWebhookAddress(text: string, allowLocal: boolean): CheckedAddress {
  const url = URL.parse(text);
  if (!url)
    return refused(`"${text}" is not an address. Expected one such as https://example.com/hook.`);
  if (allowLocal && LOCAL.test(url.hostname) && /^https?:$/.test(url.protocol)) {
    return { kind: "usable", url, isLocal: true };
  }
  if (url.protocol !== "https:") {
    return refused("The address has to begin with https://, so that nobody reads along.");
  }
  if (url.username || url.password) {
    return refused(
      "The address holds a name or password. Messages are signed instead: take it out.",
    );
  }
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  const isLiteral = url.hostname.startsWith("[") || /^[\d.]+$/.test(literal);
  const isInside = isLiteral ? !isPublicAddress(literal) : !url.hostname.includes(".");
  if (isInside || /\.(localhost|local|internal)$/.test(url.hostname)) {
    return refused(
      `${url.host} is not on the public internet, and this server sends nowhere else.`,
    );
  }
  return { kind: "usable", url, isLocal: false };
}

function refused(why: string): CheckedAddress {
  return { kind: "refused", why };
}
