import type { LinkProblem } from "./link.ts";

/** The parts of a link that tell a post: nothing of it is fetched here. */
export type Address = {
  /** Lower case, without a leading `www.` or `m.`. */
  host: string;
  /** Path parts as they were written, still percent-encoded, empty ones left out. */
  path: string[];
  /** The first value of a query parameter, decoded. */
  query: (name: string) => string | null;
};

const MAX_LENGTH = 2048;
// Links without any escape are by far the most common, and need no full URL parser.
const PLAIN = /^https?:\/\/(?:www\.|m\.)?([a-z0-9.-]*[a-z0-9])\/([\w@~:./-]*)(?:\?([\w=&.~-]*))?$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
const HTTP = /^https?:/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a URL parser drops some of these silently and joins what they parted.
const BROKEN = /[\s\u0000-\u001f\u007f]/;
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/;

/** Takes a link apart, or says why it is none. A missing scheme means https. */
export function readAddress(text: string): Address | LinkProblem {
  const plain = text.length <= MAX_LENGTH ? PLAIN.exec(text) : null;
  if (!plain) return readUnusual(text);
  const [, host = "", pathname = "", search = ""] = plain;
  // "." and ".." parts are the full parser's business.
  if (pathname.startsWith(".") || pathname.includes("/.")) return readUnusual(text);
  return { host, path: parts(pathname), query: (name) => plainParameter(search, name) };
}

function readUnusual(text: string): Address | LinkProblem {
  const link = withoutInvisibleEdges(text);
  if (link === "") return "empty";
  if (link.length > MAX_LENGTH) return "too_long";
  if (SCHEME.test(link) && !HTTP.test(link)) return "not_http";
  if (BROKEN.test(link)) return "malformed";
  const url = URL.parse(HTTP.test(link) ? link : `https://${link.replace(/^\/\//, "")}`);
  if (!url) return "malformed";
  if (url.username !== "" || url.password !== "" || url.port !== "") return "malformed";
  const host = url.hostname.replace(/\.$/, "").replace(/^(?:www|m)\./, "");
  const { searchParams } = url;
  return { host, path: parts(url.pathname), query: (name) => searchParams.get(name) };
}

// A loop, because a regular expression for the end takes quadratic time on a cell of spaces.
function withoutInvisibleEdges(text: string) {
  let start = 0;
  let end = text.length;
  while (start < end && INVISIBLE.test(text.charAt(start))) start++;
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function parts(pathname: string) {
  const found = pathname.split("/");
  return found.includes("") ? found.filter(Boolean) : found;
}

function plainParameter(search: string, name: string) {
  const start = search.startsWith(`${name}=`) ? 0 : search.indexOf(`&${name}=`) + 1;
  if (start === 0 && !search.startsWith(`${name}=`)) return null;
  const end = search.indexOf("&", start);
  return search.slice(start + name.length + 1, end === -1 ? undefined : end);
}

/** A name such as sites have: neither a number, an IP address, nor a single word. */
export function isSiteName(host: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host);
}

/** A path part as text; null when its percent signs make no sense. */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
