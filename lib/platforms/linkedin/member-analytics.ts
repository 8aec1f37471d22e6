import { z } from "zod";
import type { Access, AccountPost, ApiResult, PostOutcome, RejectedMetric } from "../connected.ts";
import type { Count, Metric } from "../metric.ts";
import { definitionAt } from "../metric-definitions.ts";
import type { Refusal } from "../oauth/refused-login.ts";
import { count, payloadOf } from "../provider-values.ts";
import { type LinkedinApi, readLinkedin } from "./call.ts";
import { type MetricName, measuredBy } from "./metric-table.ts";
import { notMeasurable } from "./not-measurable.ts";
import { POST_URN } from "./post.ts";
import { notNow } from "./refusal.ts";

/** LinkedIn's names of what our columns hold, one call each: a retired one is one line. */
export const MEMBER_METRICS: MetricName[] = [
  { name: "IMPRESSION", metric: "impressions" },
  { name: "MEMBERS_REACHED", metric: "reach" },
  { name: "REACTION", metric: "likes" },
  { name: "COMMENT", metric: "comments" },
  { name: "RESHARE", metric: "shares" },
  { name: "POST_SAVE", metric: "saves" },
  { name: "LINK_CLICKS", metric: "clicks" },
];

type Value = Count | { absent: "pending" | "error" };
type Asked =
  | { kind: "value"; value: Value; body: unknown }
  | { kind: "rejected"; detail: string }
  | { kind: "gone"; detail: string }
  | { kind: "refusal"; refusal: Refusal };

const analytics = z.object({ elements: z.array(z.unknown()) });

// Until version 202604 an object around the name, since 202605 the name itself.
const metricType = z.union([
  z.string(),
  z.record(z.string(), z.string()).transform((wrapped) => Object.values(wrapped)[0] ?? ""),
]);
const total = z.object({ metricType: metricType.nullish(), count });

/** Counts of a member's own posts. LinkedIn answers for one metric of one post at a time. */
export async function measureMember(
  api: LinkedinApi,
  access: Access,
  posts: AccountPost[],
): Promise<ApiResult<Map<string, PostOutcome>>> {
  const outcomes = new Map<string, PostOutcome>();
  const rejected: RejectedMetric[] = [];
  let calls = 0;
  for (const { apiId } of posts) {
    if (!POST_URN.test(apiId)) {
      outcomes.set(apiId, notMeasurable(apiId));
      continue;
    }
    const skipped = [...access.rejectedMetrics, ...rejected.map(({ name }) => name)];
    const metrics = MEMBER_METRICS.filter(({ name }) => !skipped.includes(name));
    const post = await measurePost(api, access, apiId, metrics);
    calls += post.calls;
    if (post.kind === "refusal") return { ...post.refusal, calls };
    outcomes.set(apiId, post.outcome);
    // When every metric is refused, it is not their names that LinkedIn refuses.
    if (post.outcome.kind === "measured") rejected.push(...post.rejected);
  }
  return { kind: "done", value: outcomes, calls, usage: null, rejected };
}

async function measurePost(api: LinkedinApi, access: Access, urn: string, metrics: MetricName[]) {
  const values: Partial<Record<Metric, Value>> = {};
  const bodies: Record<string, unknown> = {};
  const rejected: RejectedMetric[] = [];
  let calls = 0;
  const came = (outcome: PostOutcome) => ({ kind: "post" as const, outcome, rejected, calls });
  for (const { name, metric } of metrics) {
    calls += 1;
    const asked = await askMetric(api, access, urn, name);
    if (asked.kind === "refusal") return { ...asked, calls };
    if (asked.kind === "gone") return came(asked);
    if (asked.kind === "rejected") rejected.push({ name, metric, detail: asked.detail });
    else {
      values[metric] = asked.value;
      bodies[name] = asked.body;
    }
  }
  if (Object.keys(bodies).length === 0) {
    const detail = rejected[0]?.detail ?? "LinkedIn refused every metric of this account today.";
    return came({ kind: "failed", code: "provider_error", detail });
  }
  const measurement = {
    source: "linkedin_member",
    metrics: measuredBy(MEMBER_METRICS, ({ metric }) => values[metric] ?? { absent: "error" }),
    definition: definitionAt("linkedin_member", api.now()),
    payload: payloadOf(bodies),
  };
  return came({ kind: "measured", measurements: [measurement] });
}

async function askMetric(
  api: LinkedinApi,
  access: Access,
  urn: string,
  name: string,
): Promise<Asked> {
  const kind = urn.startsWith("urn:li:share:") ? "share" : "ugc";
  const called = await readLinkedin(api, access, {
    path: ["memberCreatorPostAnalytics"],
    method: "FINDER",
    query: { q: "entity", entity: { [kind]: urn }, queryType: name, aggregation: "TOTAL" },
  });
  if (called.kind === "refusal") {
    const { status, refusal } = called;
    if (status === 404) return { kind: "gone", detail: refusal.detail };
    // A wrong version is refused with 400 as well.
    const ours = refusal.kind === "failed" && refusal.code === "internal";
    if (ours && (status === 400 || status === 422)) {
      return { kind: "rejected", detail: refusal.detail };
    }
    return { kind: "refusal", refusal };
  }
  const list = analytics.safeParse(called.body);
  if (!list.success) {
    const refusal = notNow("LinkedIn answered with something other than analytics.");
    return { kind: "refusal", refusal };
  }
  return { kind: "value", value: totalOf(list.data.elements, name), body: called.body };
}

function totalOf(elements: unknown[], name: string): Value {
  // LinkedIn has counted nothing yet, which it does not call 0.
  if (elements.length === 0) return { absent: "pending" };
  const own = elements
    .flatMap((element) => total.safeParse(element).data ?? [])
    .find(({ metricType }) => !metricType || metricType === name);
  return own?.count ?? { absent: "error" };
}
