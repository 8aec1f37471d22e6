import type { LinkProblem } from "./link.ts";

const MAX_LENGTH = 2048;
// Links without any escape are by far the most common, and need no full URL parser.
const PLAIN = /^https?:\/\/[a-z0-9.-]*[a-z0-9]\/[\w@~:./-]*(?:\?[\w=&.~-]*)?$/;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
const HTTP = /^https?:/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a URL parser drops some of these silently and joins what they parted.
const BROKEN = /[\s\u0000-\u001f\u007f]/;
const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff]/;

/** The parts of a link that tell a post: nothing of it is fetched here. */
export class Address {
  /** Lower case, without a leading `www.` or `m.`. */
  readonly host: string;
  /** Path parts as they were written, still percent-encoded, empty ones left out. */
  readonly path: string[];
  readonly #search: string;

  constructor(host: string, pathname: string, search: string) {
    this.host = withoutPrefix(host);
    this.path = pathname.includes("/") ? pathname.split("/").filter(Boolean) : [pathname];
    this.#search = search;
  }

  /** The first value of a query parameter, decoded. */
  query(name: string): string | null {
    const search = this.#search;
    if (search.includes("%") || search.includes("+")) return new URLSearchParams(search).get(name);
    const start = search.startsWith(`${name}=`) ? 0 : search.indexOf(`&${name}=`) + 1;
    if (start === 0 && !search.startsWith(`${name}=`)) return null;
    const end = search.indexOf("&", start);
    return search.slice(start + name.length + 1, end === -1 ? undefined : end);
  }
}

/** Takes a link apart, or says why it is none. A missing scheme means https. */
export function readAddress(text: string): Address | LinkProblem {
  // "." and ".." parts are the full parser's business.
  if (text.length > MAX_LENGTH || !PLAIN.test(text) || text.includes("/."))
    return readUnusual(text);
  const hostStart = text.indexOf("/") + 2;
  const pathStart = text.indexOf("/", hostStart) + 1;
  const mark = text.indexOf("?", pathStart);
  const pathEnd = mark === -1 ? text.length : mark;
  const host = text.slice(hostStart, pathStart - 1);
  return new Address(host, text.slice(pathStart, pathEnd), text.slice(pathEnd + 1));
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
  return new Address(url.hostname.replace(/\.$/, ""), url.pathname, url.search.slice(1));
}

// A loop, because a regular expression for the end takes quadratic time on a cell of spaces.
function withoutInvisibleEdges(text: string) {
  let start = 0;
  let end = text.length;
  while (start < end && INVISIBLE.test(text.charAt(start))) start++;
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function withoutPrefix(host: string) {
  if (host.startsWith("www.")) return host.slice(4);
  return host.startsWith("m.") ? host.slice(2) : host;
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
