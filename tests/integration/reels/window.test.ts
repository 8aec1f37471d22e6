import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import { type Answer, DAY } from "../../support/reels.ts";
import { BEHIND, end, HUGE, startListedWorld } from "./listed-world.ts";

let world: Awaited<ReturnType<typeof startListedWorld>>;

beforeAll(async () => {
  world = await startListedWorld();
});
afterAll(() => world.stop());

describe("windows", () => {
  it("hold what was published in them, both ends included, up to the newest number", async () => {
    const week = ["best", "hidden", "plain", "tag", "tied1", "tied2", "tt", "yt"];
    const asked = async (window: string) => (await world.names({ ...BEHIND, window })).toSorted();
    expect(await asked("7d")).toEqual(week);
    expect(await asked("30d")).toEqual([...week, "week"].toSorted());
    expect(await asked("90d")).toEqual([...week, "month", "quarter", "week"].toSorted());
    expect((await world.list()).cohort).toMatchObject({
      window: "7d",
      sample: false,
      min_cohort: 20,
    });
    const { cohort } = await world.list();
    expect(Date.parse(cohort.ends_at)).toBe(Number(end / 1000n));
    expect(Date.parse(String(cohort.starts_at))).toBe(Number((end - 7n * DAY) / 1000n));
  });

  it("compare only numbers of one platform and definition", async () => {
    const { items, cohort } = await world.list({ ...BEHIND, window: "7d" });
    const of = (id: string) => items.find(({ reel_id }) => reel_id === id);
    expect(of("tt")).toMatchObject({ views_percentile: 100, ranked_among: { views: 1 } });
    expect(of("yt")).toMatchObject({ views_percentile: 100, ranked_among: { views: 1 } });
    expect(of("plain")).toMatchObject({
      views_percentile: 0,
      ranked_among: { views: 6, engagement: 5 },
    });
    expect(cohort.parts).toMatchObject([
      {
        platform: "instagram",
        metric_definition: "apify_instagram.v1",
        n: 6,
        engagement_n: 5,
        shown: 6,
        median_views: 350,
      },
      { platform: "tiktok", n: 1 },
      { platform: "youtube", metric_definition: "youtube_data.2026-08-27", n: 1 },
    ]);
  });
});

describe("an item", () => {
  it("has each name of before, exact counts, where it was measured, and what is ours marked", async () => {
    const answer = await world.call(performance, { ...BEHIND, platform: "tiktok" });
    const text = await answer.text();
    expect(text).toContain(`"views":${HUGE}`);
    expect(text).toContain(`"total_views":${HUGE}`);
    const { items, derived, summary } = JSON.parse(text) as Answer;
    expect(items[0]).toMatchObject({
      reel_id: "tt",
      reel_url: "https://example.test/tt",
      platform: "tiktok",
      likes: 5,
      comments: 1,
      shares_or_saves: null,
      hours_since_publish: 20,
      engagement_rate: 0,
      missing_because: { shares: "hidden", saves: "hidden" },
      source: "apify_tiktok",
      metric_definition: "apify_tiktok.v1",
      simulated: false,
      velocity: null,
      status: "breakout",
    });
    expect(items[0]?.measured_at).toBe(items[0]?.latest_scraped_at);
    expect(summary.derived).toBe(true);
    expect(derived).toContain("performance_score");
    expect(derived.every((name) => name in (items[0] ?? {}))).toBe(true);
    expect(derived).not.toContain("views");
  });

  it("without its likes has a rate that is a lower bound and no rank of it", async () => {
    const { items } = await world.list({ ...BEHIND, window: "7d" });
    expect(items.find(({ reel_id }) => reel_id === "hidden")).toMatchObject({
      likes: null,
      engagement_rate: 0.0033,
      engagement_rate_is_lower_bound: true,
      engagement_rate_percentile: null,
      performance_score: null,
      unranked_because: "likes_hidden",
    });
  });
});
