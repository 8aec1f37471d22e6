import { describe, expect, it } from "vitest";
import type { Incident } from "./incident";
import { incidentWords } from "./words";

const incident: Incident = {
  id: "00000000-0000-4000-8000-000000000000",
  rule_id: null,
  rule_name: "A rule",
  kind: "metric",
  subject: "post:7",
  subject_name: "Overnight oats",
  platform: "instagram",
  post_id: 7,
  account_id: null,
  value: "123456",
  before: "100000",
  measured_at: null,
  source: null,
  source_name: null,
  detail: {},
  is_simulated: false,
  is_test: false,
  opened_at: "2026-11-21T08:00:00Z",
  closed_at: null,
};
const metric = (of: string, test: string, what = "views") => ({
  detail: { condition: { of, metric: what, test, value: 40, window_days: 7 } },
});
const workspace = { post_id: null, subject: "workspace", platform: null };
const account = { post_id: null, account_id: incident.id, subject_name: "@oats" };

describe("incidentWords", () => {
  it.each<[string, Partial<Incident>, string, string]>([
    ["a post's total", metric("post", "above"), "Overnight oats reached 100,000 views", "/posts/7"],
    [
      "a fall of the workspace",
      { ...workspace, ...metric("workspace", "falls"), value: "600", before: "1000" },
      "The workspace: views down 40.0\u202f%",
      "/posts/trends",
    ],
    [
      "followers",
      { ...account, ...metric("account", "below", "followers"), value: "90", before: "100" },
      "Instagram @oats fell below 100 followers",
      `/posts/trends?account=${incident.id}`,
    ],
    [
      "a refused token",
      { ...account, kind: "token", detail: { problem: "expired" } },
      "Instagram @oats is disconnected",
      `/accounts#account-${incident.id}`,
    ],
    [
      "a token that ends",
      { ...account, kind: "token", detail: { reconnect_by: "2026-11-24T08:00:00Z" } },
      "Instagram @oats has to be reconnected by 24 Nov 2026",
      `/accounts#account-${incident.id}`,
    ],
    [
      "a source",
      { ...workspace, kind: "source", subject_name: "Ingest by Apify", detail: { why: "stale" } },
      "Ingest by Apify is behind",
      "/settings/ingest",
    ],
    ["a test", { is_test: true }, 'A test of "A rule"', "/settings/alerts"],
  ])("tells of %s", (_what, also, title, href) => {
    expect(incidentWords({ ...incident, ...also }, "UTC")).toMatchObject({ title, href });
  });

  it("says how long a source has been silent, and what was said last", () => {
    const detail = { why: "stale" as const, hours: 75, problem_detail: "It answered 503" };
    const words = incidentWords({ ...incident, kind: "source", detail }, "UTC");
    expect(words.what).toBe(
      "It has not brought anything for 3 days. The last one: It answered 503.",
    );
  });

  const short = {
    kind: "breakout" as const,
    detail: {
      n: 164,
      views: 2_747_364,
      window_days: 7,
      outlier_factor: 804.43,
      baseline: { of: "platform" as const, views: 3415, n: 164 },
    },
  };

  it("calls no breakout what scores below 95, and names the median a factor is told against", () => {
    const hit = { ...incident, ...short, value: "89.07", before: "85" };
    expect(incidentWords(hit, "UTC")).toMatchObject({
      title: "Score of 89.07: Overnight oats",
      what: "Its rule asks for 85; a breakout has 95 or more. Among 164 Instagram reels of the last 7 days: 2.75M views, 804.4× the median of 164 Instagram reels of any age.",
    });
  });

  it("calls a breakout what scores 95, whatever its rule asks for", () => {
    const baseline = {
      of: "author" as const,
      hours: 24,
      own_views: "5200",
      views: 1000,
      low: "743",
      high: "1677",
      n: 31,
      confidence: 0.95,
    };
    const detail = { ...short.detail, outlier_factor: 5.2, baseline };
    const hit = { ...incident, ...short, detail, value: "95", before: "50" };
    expect(incidentWords(hit, "UTC")).toMatchObject({
      title: "Breakout: Overnight oats",
      what: "Score 95.00; a breakout has 95 or more. Among 164 Instagram reels of the last 7 days: 2.75M views, 5.2× the author’s median at 24\u202fh, 31 posts (95\u202f% interval 3.1 – 7.0×).",
    });
  });
});
