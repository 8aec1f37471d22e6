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
});
