import { GraphRefusal } from "./graph-refusal.ts";
import { hash } from "./random.ts";

/** How the page after this one is asked for: everything of the request but its cursor. */
export type PageAsk = { params: URLSearchParams; address: string; accessToken: string };

/**
 * One page of an edge. Some pages are short or empty although more follows:
 * only a missing `next` is the end.
 */
export function graphPage<T>(
  all: T[],
  idOf: (item: T) => string,
  ask: PageAsk,
  bounds: { usual: number; most: number; holes?: boolean },
): { items: T[]; paging: object | undefined } {
  const limit = readLimit(ask.params.get("limit"), bounds);
  const after = readCursor(ask.params.get("after"));
  const start = after ? all.findIndex((item) => idOf(item) === after.id) + 1 : 0;
  if (after && start === 0) {
    throw new GraphRefusal(100, "(#100) Invalid cursors values provided: the cursor is stale.");
  }
  const rest = all.length - start;
  const size = after?.whole || !bounds.holes || rest <= limit ? limit : holed(limit, after?.id);
  const items = all.slice(start, start + size);
  if (rest <= 0 || limit === 0) return { items, paging: undefined };
  const last = items.at(-1);
  const end = cursor(last ? idOf(last) : (after?.id ?? ""), items.length === 0);
  const begin = cursor(items[0] ? idOf(items[0]) : (after?.id ?? ""), false);
  return {
    items,
    paging: {
      cursors: { before: begin, after: end },
      ...(rest > items.length && { next: nextAddress(ask, end) }),
    },
  };
}

/** Between `since` and `until`, in Unix seconds. */
export function withinTime({ since, until }: Record<"since" | "until", string | null>) {
  const from = since ? Number(since) * 1000 : Number.NEGATIVE_INFINITY;
  const to = until ? Number(until) * 1000 : Number.POSITIVE_INFINITY;
  return (ms: number) => ms >= from && ms <= to;
}

function readLimit(asked: string | null, { usual, most }: { usual: number; most: number }) {
  if (asked === null) return usual;
  const limit = Number(asked);
  if (Number.isInteger(limit) && limit >= 0 && limit <= most) return limit;
  throw new GraphRefusal(100, `(#100) Param limit must be a number between 0 and ${most}.`);
}

// What was filtered away leaves holes; never the first page as a whole.
function holed(limit: number, after = "") {
  const draw = hash(`hole:${after}`) % 12;
  if (draw === 0 && after !== "") return 0;
  return draw < 3 ? Math.ceil(limit / 2) : limit;
}

function cursor(id: string, whole: boolean) {
  return Buffer.from(`${whole ? "w" : "c"}${id}`).toString("base64url");
}

function readCursor(text: string | null) {
  if (!text) return null;
  const plain = Buffer.from(text, "base64url").toString();
  return { whole: plain.startsWith("w"), id: plain.slice(1) };
}

function nextAddress({ params, address, accessToken }: PageAsk, after: string) {
  const next = new URL(address);
  for (const [name, value] of params) next.searchParams.set(name, value);
  next.searchParams.set("access_token", accessToken);
  next.searchParams.set("after", after);
  return next.href;
}
