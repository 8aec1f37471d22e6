import type { Access, AccountPost, Measurement, RejectedMetric } from "../connected.ts";
import { readReport } from "./analytics-report.ts";
import type { GoogleCaller, Got } from "./caller.ts";
import { pacificDay } from "./pacific-day.ts";
import { ANALYTICS_SCOPE } from "./scopes.ts";

const METRICS = ["views", "likes", "comments", "shares"] as const;

/** Names the whole report among an account's rejected metrics: then it is not asked for a day. */
const REPORT = "youtube_analytics";
/** The same for a passing trouble: shown, and asked again next time. */
const REPORT_ONCE = "youtube_analytics (this time)";

/** Analytics lags one to three days: before that it has nothing to say of a video. */
const LAG_MS = 2 * 86_400_000;

/** YouTube's first day, for videos whose own is not known. */
const FIRST_DAY = "2005-02-14";

/**
 * What Analytics says of a batch, by video id: one report, and none for a batch of new videos only. It costs
 * nothing of the Data API's quota, and its failure is recorded beside the counts, never in their place.
 */
export async function analyticsOf(
  address: string,
  caller: GoogleCaller,
  { scopes, rejectedMetrics }: Access,
  posts: AccountPost[],
  nowMs: number,
): Promise<{ rows: Map<string, Measurement>; rejected: RejectedMetric[] }> {
  const rejected: RejectedMetric[] = [];
  const nothing = { rows: new Map<string, Measurement>(), rejected };
  const due = posts.filter(
    ({ publishedAt }) => Date.parse(publishedAt ?? "") <= nowMs - LAG_MS || publishedAt === null,
  );
  const metrics = METRICS.filter((name) => !rejectedMetrics.includes(name));
  const wanted = scopes.includes(ANALYTICS_SCOPE) && !rejectedMetrics.includes(REPORT);
  if (!wanted || due.length === 0 || metrics.length === 0) return nothing;

  const ask = (names: readonly string[]) =>
    caller.get(`${address}/reports`, reportQuery(due, names, nowMs), { bucket: "none" });
  let got = await ask(metrics);
  const refused = metrics.filter((name) => isNamed(got, name));
  const others = metrics.filter((name) => !refused.includes(name));
  // One dead name fails the whole report: the others are asked without it.
  if (got.kind === "refused" && refused.length > 0 && others.length > 0) {
    const { detail } = got.refusal;
    rejected.push(...refused.map((name) => ({ name, metric: name, detail })));
    got = await ask(others);
  }
  if (got.kind === "refused") {
    const name = got.refusal.kind === "failed" ? REPORT : REPORT_ONCE;
    rejected.push({ name, metric: null, detail: got.refusal.detail });
    return nothing;
  }
  const rows = readReport(got.body, nowMs);
  if (!rows) {
    const { detail } = caller.unreadable("a report");
    rejected.push({ name: REPORT_ONCE, metric: null, detail });
  }
  return { rows: rows ?? nothing.rows, rejected };
}

function reportQuery(posts: AccountPost[], metrics: readonly string[], nowMs: number) {
  const days = posts.map(({ publishedAt }) =>
    publishedAt ? pacificDay(Date.parse(publishedAt)) : FIRST_DAY,
  );
  return {
    ids: "channel==MINE",
    // From the oldest video's first day: so the sums of each are of its whole life.
    startDate: days.sort()[0] ?? FIRST_DAY,
    endDate: pacificDay(nowMs),
    dimensions: "video",
    filters: `video==${posts.map(({ apiId }) => apiId).join(",")}`,
    metrics: metrics.join(","),
    sort: `-${metrics[0]}`,
    maxResults: "200",
  };
}

function isNamed(got: Got, name: string) {
  return (
    got.kind === "refused" &&
    got.status === 400 &&
    new RegExp(`\\b${name}\\b`).test(got.refusal.detail)
  );
}
