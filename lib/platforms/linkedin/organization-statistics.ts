import { z } from "zod";
import type { Access, AccountPost, ApiResult, PostOutcome, RejectedMetric } from "../connected.ts";
import type { Measured, Metric } from "../metric.ts";
import { definitionAt } from "../metric-definitions.ts";
import { count, oddity, payloadOf } from "../provider-values.ts";
import { type LinkedinApi, readLinkedin } from "./call.ts";
import { existenceOf } from "./existing-posts.ts";
import { type MetricName, measuredBy } from "./metric-table.ts";
import { notMeasurable } from "./not-measurable.ts";
import { POST_URN } from "./post.ts";
import { notNow } from "./refusal.ts";

/** LinkedIn's names of what our columns hold: a renamed one is one line. */
const FIELDS: MetricName[] = [
  { name: "impressionCount", metric: "impressions" },
  { name: "uniqueImpressionsCount", metric: "reach" },
  { name: "likeCount", metric: "likes" },
  { name: "commentCount", metric: "comments" },
  { name: "shareCount", metric: "shares" },
  { name: "clickCount", metric: "clicks" },
];

/** Statistics reach back twelve months: of an older post their silence says nothing. */
const WINDOW_MS = 365 * 86_400_000;

const statisticsList = z.object({
  elements: z.array(z.unknown()),
  paging: z.object({ count: z.number() }).catch({ count: Number.POSITIVE_INFINITY }),
});
const named = z.object({ share: z.string().nullish(), ugcPost: z.string().nullish() });
const statistics = z.object({ totalShareStatistics: z.record(z.string(), z.unknown()) });

/** Counts of an organization's posts: one call, and another when posts are left out of its answer. */
export async function measureOrganization(
  api: LinkedinApi,
  access: Access,
  posts: AccountPost[],
): Promise<ApiResult<Map<string, PostOutcome>>> {
  const definition = definitionAt("linkedin_org", api.now());
  const outcomes = new Map<string, PostOutcome>();
  let open: string[] = [];
  for (const { apiId } of posts) {
    if (POST_URN.test(apiId)) open.push(apiId);
    else outcomes.set(apiId, notMeasurable(apiId));
  }
  const elements: unknown[] = [];
  let calls = 0;
  // A full page may hide the rest of what was asked: that is asked for alone.
  for (let full = true; full && open.length > 0; ) {
    calls += 1;
    const page = await readPage(api, access, open);
    if (page.kind !== "page") return { ...page, calls };
    for (const [urn, element] of page.byUrn) {
      if (!open.includes(urn)) continue;
      elements.push(element);
      outcomes.set(urn, readStatistics(element, definition));
    }
    const left = open.filter((urn) => !outcomes.has(urn));
    full = page.full && left.length < open.length;
    open = left;
    if (!page.nameless) continue;
    const detail = "LinkedIn sent statistics without their post, which may be this one's.";
    for (const urn of open) outcomes.set(urn, { kind: "failed", code: "provider_error", detail });
    open = [];
  }
  const rejected = retired(elements);
  if (open.length > 0) {
    // Left out means that nobody saw it, or that it is deleted: only its own entry tells.
    calls += 1;
    const found = await existenceOf(api, access, open);
    if (found.kind === "refusal") return { ...found.refusal, calls };
    const old = posts.filter(
      ({ publishedAt }) => publishedAt && api.now() - Date.parse(publishedAt) > WINDOW_MS,
    );
    for (const [urn, existence] of found.existence) {
      if (existence.kind === "not") outcomes.set(urn, existence.outcome);
      else {
        const seen = old.some(({ apiId }) => apiId === urn)
          ? { absent: "not_offered" as const }
          : "0";
        outcomes.set(urn, silent(existence.post, seen, rejected, definition));
      }
    }
  }
  return { kind: "done", value: outcomes, calls, usage: null, rejected };
}

/** Fields that no element has any more. There is no asking for them by name. */
function retired(elements: unknown[]): RejectedMetric[] {
  const sent = elements.flatMap((element) => {
    const read = statistics.safeParse(element).data;
    return read ? [read.totalShareStatistics] : [];
  });
  if (sent.length === 0) return [];
  return FIELDS.filter(({ name }) => !sent.some((fields) => name in fields)).map((field) => ({
    ...field,
    detail: `LinkedIn's statistics came without ${field.name}.`,
  }));
}

async function readPage(api: LinkedinApi, access: Access, urns: string[]) {
  const ofKind = (kind: string) => {
    const own = urns.filter((urn) => urn.startsWith(`urn:li:${kind}:`));
    return own.length > 0 ? own : undefined;
  };
  const called = await readLinkedin(api, access, {
    path: ["organizationalEntityShareStatistics"],
    method: "FINDER",
    query: {
      q: "organizationalEntity",
      organizationalEntity: access.accountExternalId,
      shares: ofKind("share"),
      ugcPosts: ofKind("ugcPost"),
    },
  });
  if (called.kind === "refusal") return called.refusal;
  const list = statisticsList.safeParse(called.body);
  if (!list.success) return notNow("LinkedIn answered with something other than statistics.");
  const { elements, paging } = list.data;
  const byUrn = elements.flatMap((element): [string, unknown][] => {
    const { share, ugcPost } = named.safeParse(element).data ?? {};
    const urn = share ?? ugcPost;
    return urn ? [[urn, element]] : [];
  });
  const nameless = byUrn.length < elements.length;
  return { kind: "page" as const, byUrn, nameless, full: elements.length >= paging.count };
}

function readStatistics(element: unknown, definition: string): PostOutcome {
  const read = statistics.safeParse(element);
  if (!read.success) {
    const detail = `LinkedIn described this post in an unknown way (${oddity(read.error)}).`;
    return { kind: "failed", code: "provider_error", detail };
  }
  const { totalShareStatistics } = read.data;
  // Likes are sometimes negative: no count of anything. The payload keeps what was sent.
  const metrics = measuredBy(
    FIELDS,
    ({ name }) => count.safeParse(totalShareStatistics[name]).data ?? { absent: "error" },
  );
  return measured(metrics, definition, payloadOf(element));
}

function silent(
  post: unknown,
  value: Measured[Metric],
  rejected: RejectedMetric[],
  definition: string,
): PostOutcome {
  const without = rejected.map(({ name }) => name);
  const metrics = measuredBy(FIELDS, ({ name }) =>
    without.includes(name) ? { absent: "error" } : value,
  );
  return measured(metrics, definition, payloadOf({ statistics: null, post }));
}

function measured(metrics: Measured, definition: string, payload: string): PostOutcome {
  const measurement = { source: "linkedin_org", metrics, definition, payload };
  return { kind: "measured", measurements: [measurement] };
}
