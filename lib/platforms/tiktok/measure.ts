import type { Access, AccountPost, ApiResult, PostOutcome, RejectedMetric } from "../connected.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import { oddity } from "../provider-values.ts";
import type { Got, TiktokCaller } from "./caller.ts";
import { COUNT_FIELDS, METRIC_OF, readCounts, videoId, videoPage } from "./video.ts";

/** Up to 20 of the account's own videos in one call; at most two calls in all. */
export async function measureTiktoks(
  caller: TiktokCaller,
  { rejectedMetrics }: Access,
  posts: AccountPost[],
  nowMs: number,
): Promise<ApiResult<Map<string, PostOutcome>>> {
  const filters = { video_ids: posts.map(({ apiId }) => apiId) };
  const ask = (names: string[]) => caller.call("/video/query/", names, { filters });

  let fields = COUNT_FIELDS.filter((name) => !rejectedMetrics.includes(name));
  let got = await ask(fields);
  const rejected = rejectedBy(got, fields);
  // One field beyond its scope fails the whole call: the others are asked without it.
  if (rejected.length > 0) {
    fields = fields.filter((field) => !rejected.some(({ name }) => name === field));
    got = await ask(fields);
  }
  if (got.kind === "refused") return got.refusal;
  const found = itemsOf(got);
  if (!found) return caller.unreadable("a list of videos");

  let unsure = found.nameless ? "TikTok sent a video without its id, which may be this one." : null;
  const [first] = posts;
  if (first && found.items.size === 0 && unsure === null) {
    const seen = rejected.length > 0 ? "unknown" : await probe(caller, posts);
    if (typeof seen === "object") return seen;
    if (seen !== "gone") {
      unsure = "TikTok left out every post it was asked for, and still lists some of them.";
    }
  }
  const without = COUNT_FIELDS.filter((name) => !fields.includes(name));
  const outcomes = posts.map((post): [string, PostOutcome] => [
    post.apiId,
    outcomeOf(post, found.items.get(post.apiId), { unsure, without, nowMs }),
  ]);
  return caller.done(new Map(outcomes), rejected);
}

/**
 * Ids that are not the account's any more are only left out. When all are, that may as well be a hiccup, and
 * a wrong "gone" ends a post's series: so the account's own list has to lack them too. It is read from the
 * newest of them on, which an id tells: its upper 32 bits are the second of creation.
 */
async function probe(
  caller: TiktokCaller,
  posts: AccountPost[],
): Promise<"gone" | "listed" | Refusal> {
  const newestSeconds = Math.max(...posts.map(({ apiId }) => createdSeconds(apiId)));
  const cursor = (newestSeconds + 1) * 1000;
  const got = await caller.call("/video/list/", ["id"], { max_count: 20, cursor });
  if (got.kind === "refused") return got.refusal;
  const listed = itemsOf(got);
  if (!listed) return caller.unreadable("a list of videos");
  return posts.some(({ apiId }) => listed.items.has(apiId)) ? "listed" : "gone";
}

function createdSeconds(id: string) {
  return /^\d+$/.test(id) ? Number(BigInt(id) >> 32n) : 0;
}

function outcomeOf(
  post: AccountPost,
  item: unknown,
  { unsure, without, nowMs }: { unsure: string | null; without: string[]; nowMs: number },
): PostOutcome {
  if (item === undefined) {
    if (unsure !== null) return { kind: "later", detail: unsure };
    const detail = "TikTok does not show this post any more: it was deleted or made private.";
    return { kind: "gone", detail };
  }
  const { measurement, error } = readCounts(item, post, without, nowMs);
  if (measurement) return { kind: "measured", measurements: [measurement] };
  const detail = `TikTok described this post in an unknown way (${oddity(error)}).`;
  return { kind: "failed", code: "provider_error", detail };
}

/** The fields that a refusal names. Without a name the scope of the whole call is missing. */
function rejectedBy(got: Got, fields: string[]): RejectedMetric[] {
  if (got.kind !== "refused") return [];
  if (got.code !== "scope_permission_missed" && got.code !== "invalid_params") return [];
  const { message, refusal } = got;
  return fields
    .filter((name) => METRIC_OF[name] && new RegExp(`\\b${name}\\b`).test(message))
    .map((name) => ({ name, metric: METRIC_OF[name] ?? null, detail: refusal.detail }));
}

function itemsOf(got: Extract<Got, { kind: "got" }>) {
  const read = videoPage.safeParse(got.body);
  if (!read.success) return null;
  const items = new Map<string, unknown>();
  let nameless = false;
  for (const item of read.data.data.videos ?? []) {
    const id = videoId(item);
    if (id === null) nameless = true;
    else items.set(id, item);
  }
  return { items, nameless };
}
