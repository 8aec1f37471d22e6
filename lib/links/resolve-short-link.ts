import { getPage, type Page } from "../http/get-page.ts";
import { type LookupAll, publicLookup } from "../http/public-lookup.ts";
import type { RowError } from "../platforms/platform.ts";
import type { Link } from "./link.ts";
import { pageTarget } from "./page-target.ts";
import { readLink } from "./read-link.ts";
import { SHORT_LINK_HOSTS } from "./short-link-hosts.ts";

export type Unresolved = { kind: "unresolved"; code: RowError; detail: string };

export type ResolveOptions = {
  /** Address of the simulator, which then stands for every host. */
  simulator?: string;
  timeoutMs?: number;
  lookupAll?: LookupAll;
};

const MAX_HOPS = 5;
const TIMEOUT_MS = 5000;
const HOSTS = new Set(Object.values(SHORT_LINK_HOSTS).flat());

/**
 * Follows a short link to its post: at most 5 requests and 5 s in all, https only, each hop on a known
 * host at a public address. Never throws; `provider_error` may be tried again, other codes are final.
 */
export async function resolveShortLink(
  url: string,
  { simulator, timeoutMs = TIMEOUT_MS, lookupAll }: ResolveOptions = {},
): Promise<Extract<Link, { kind: "post" }> | Unresolved> {
  const signal = AbortSignal.timeout(timeoutMs);
  let next = URL.parse(url);
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const problem = whyRefused(next);
    if (problem || !next) return unresolved("unsupported_link", `The link ${problem}.`);
    const page = await ask(next, { simulator, signal, lookupAll });
    if ("kind" in page) return page;
    const target = page.location ?? (page.status < 300 ? pageTarget(page.html) : null);
    if (!target) return endOf(page, next.host);
    next = URL.parse(target, next.href);
    const link = next && readLink(next.href);
    if (link?.kind === "post") return link;
  }
  return unresolved(
    "not_found",
    `The link was redirected ${MAX_HOPS} times without reaching a post.`,
  );
}

function whyRefused(url: URL | null) {
  if (!url) return "leads to something that is no address";
  if (url.protocol !== "https:") return "leads to an address without https";
  if (url.port || url.username || url.password) return "leads to an unusual address";
  return HOSTS.has(url.hostname)
    ? null
    : `leads to ${url.hostname}, which is none of the platforms`;
}

async function ask(
  url: URL,
  {
    simulator,
    signal,
    lookupAll,
  }: { simulator: string | undefined; signal: AbortSignal; lookupAll: LookupAll | undefined },
): Promise<Page | Unresolved> {
  try {
    if (simulator === undefined)
      return await getPage(url, { lookup: publicLookup(lookupAll), signal });
    const stand = `${simulator.replace(/\/+$/, "")}/short/${url.host}${url.pathname}${url.search}`;
    return await getPage(new URL(stand), { lookup: undefined, signal });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOTPUBLIC") {
      return unresolved("unsupported_link", `${url.host} does not lead to the public internet.`);
    }
    const what = signal.aborted ? "did not answer in time" : "could not be reached";
    return unresolved("provider_error", `${url.host} ${what}.`);
  }
}

function endOf({ status }: Page, host: string): Unresolved {
  if (status === 429 || status >= 500)
    return unresolved("provider_error", `${host} answered ${status}.`);
  if (status === 401 || status === 403) {
    return unresolved("permission", `${host} shows this link to nobody who is not signed in.`);
  }
  return unresolved("not_found", `The link ends at ${host} and shows no post (${status}).`);
}

function unresolved(code: RowError, detail: string): Unresolved {
  return { kind: "unresolved", code, detail };
}
