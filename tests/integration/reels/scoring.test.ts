import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import {
  type Answer,
  callerOf,
  DAY,
  HOUR,
  hoursFromNow,
  type NewReel,
  type ReelsWorld,
  startReelsWorld,
} from "../../support/reels.ts";
import type { TestUser } from "../../support/supabase.ts";
import { type Generated, generateCohort } from "./generated-cohort.ts";
import { round, type Scored, scoreAll } from "./reference.ts";

const SCORES = [
  "hours_since_publish",
  "views_per_hour",
  "engagement_rate",
  "views_percentile",
  "views_per_hour_percentile",
  "engagement_rate_percentile",
  "performance_score",
] as const satisfies (keyof Scored)[];

/** `REELS_SEED` repeats a run that failed. */
const SEED = Number(process.env.REELS_SEED ?? randomInt(2 ** 31));

let world: ReelsWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

async function scored(reels: NewReel[], query: Record<string, string | number> = {}) {
  const workspace = await world.newWorkspace(ada);
  await world.addReels(workspace, reels);
  const call = callerOf(ada, workspace);
  const asked = { window: "90d", limit: 10_000, min_cohort: 1, ...query };
  const answer = await call(performance, asked);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

const scoresOf = ({ items }: Answer) =>
  new Map(
    items.map((item) => [
      item.reel_id,
      Object.fromEntries(SCORES.map((name) => [name, item[name]])),
    ]),
  );

const SIZES = [1, 2, 3, 5, 8, 13, 19, 20, 21, 50, 89, 144, 233, 300];

describe("GET /api/v1/reels/performance beside the formulas in plain code", () => {
  it.each(SIZES.flatMap((n) => ["spread", "tied", "huge"].map((kind) => [n, kind] as const)))(
    `gives %i reels, %s, the same numbers to the last decimal (seed ${SEED})`,
    async (n, kind) => {
      const { reels, facts }: Generated = generateCohort(SEED + n, n, kind);
      const answer = await scored(reels);
      expect(scoresOf(answer)).toEqual(scoreAll(facts));
      expect(answer.total).toBe(facts.length);
    },
  );
});

describe("percentiles of small cohorts", () => {
  const at = hoursFromNow(-1);
  const reel = (external_id: string, views: number): NewReel => ({
    external_id,
    published: at - 10n * HOUR,
    snapshots: [{ at, views, likes: views, comments: 0 }],
  });

  it("gives the only one 100", async () => {
    const { items } = await scored([reel("only", 0)]);
    expect(items[0]).toMatchObject({
      views_percentile: 100,
      views_per_hour_percentile: 100,
      engagement_rate_percentile: 100,
      performance_score: 100,
      engagement_rate: 0,
    });
  });

  it.each([1, 2, 3, 6])("gives %i tied lowest (k - 1) / (n - 1) · 100", async (k) => {
    const tied = Array.from({ length: k }, (_, index) => reel(`low${index}`, 5));
    const above = Array.from({ length: 7 - k }, (_, index) => reel(`high${index}`, 10 + index));
    const scores = scoresOf(await scored([...tied, ...above]));
    expect(scores.get("low0")?.views_percentile).toBe(round(((k - 1) / 6) * 100, 2));
    expect(scores.get(`high${6 - k}`)?.views_percentile).toBe(100);
  });

  it("rounds halves to the even digit", async () => {
    const values = Array.from({ length: 33 }, (_, views) => reel(`v${views}`, views));
    const scores = scoresOf(await scored(values));
    // 1 and 3 of 32: 3.125 and 9.375.
    expect(scores.get("v1")?.views_percentile).toBe(3.12);
    expect(scores.get("v3")?.views_percentile).toBe(9.38);
  });

  it("makes the score of the rounded percentiles", async () => {
    const values = [1, 2, 3, 4, 5, 6, 7].map((views) => reel(`v${views}`, views));
    const { items } = await scored(values);
    const second = items.find(({ reel_id }) => reel_id === "v2");
    // Every rate is 1: the tie stands at 100. 16.67, not 16.666…: 45 + 0.55 · 16.67 = 54.1685.
    expect(second).toMatchObject({
      views_percentile: 16.67,
      engagement_rate_percentile: 100,
      performance_score: 54.17,
    });
  });

  it("counts at least a minute, and hours up to the measuring", async () => {
    const born = hoursFromNow(-30 * 24);
    const { items } = await scored([
      {
        external_id: "fresh",
        published: born,
        snapshots: [{ at: born + 1n, views: 3, likes: 0, comments: 0 }],
      },
      {
        external_id: "stale",
        published: born,
        snapshots: [{ at: born + DAY, views: 48, likes: 0, comments: 0 }],
      },
    ]);
    const of = (id: string) => items.find(({ reel_id }) => reel_id === id);
    expect(of("fresh")).toMatchObject({ hours_since_publish: 0.02, views_per_hour: 180 });
    // Measured 29 days ago and not since: it does not decay.
    expect(of("stale")).toMatchObject({ hours_since_publish: 24, views_per_hour: 2 });
  });
});

describe("a cohort under the minimum", () => {
  const at = hoursFromNow(-1);
  const reels = (n: number): NewReel[] =>
    Array.from({ length: n }, (_, index) => ({
      external_id: `r${index}`,
      published: at - 5n * HOUR,
      snapshots: [{ at, views: 100 + index, likes: index, comments: 0 }],
    }));
  const asUsual = { window: "7d", min_cohort: "" };

  it("is listed without ranks, and says so", async () => {
    const { items, summary, cohort } = await scored(reels(19), asUsual);
    expect(cohort).toMatchObject({ min_cohort: 20, parts: [{ n: 19, engagement_n: 19 }] });
    expect(summary).toMatchObject({ total: 19, ranked: 0, breakouts: 0 });
    for (const item of items) {
      expect(item).toMatchObject({
        views_percentile: null,
        views_per_hour_percentile: null,
        engagement_rate_percentile: null,
        performance_score: null,
        unranked_because: "too_few",
        ranked_among: { views: 19, engagement: 19 },
        outlier: {
          factor: null,
          is_outlier: null,
          is_iqr_outlier: null,
          unknown_because: "not_enough_posts",
        },
      });
    }
  });

  it("is ranked from twenty on", async () => {
    const { items, summary } = await scored(reels(20), asUsual);
    expect(summary).toMatchObject({ ranked: 20 });
    expect(items[0]).toMatchObject({ performance_score: 100, unranked_because: null });
  });

  it("does not rank the rates that are whole when they are too few", async () => {
    const some = reels(20).map((reel, index) =>
      index > 0
        ? reel
        : { ...reel, snapshots: reel.snapshots.map((each) => ({ ...each, likes: null })) },
    );
    const { items } = await scored(some, asUsual);
    const of = (id: string) => items.find(({ reel_id }) => reel_id === id);
    expect(of("r0")).toMatchObject({ views_percentile: 0, unranked_because: "likes_hidden" });
    expect(of("r19")).toMatchObject({
      views_percentile: 100,
      engagement_rate_percentile: null,
      performance_score: null,
      unranked_because: "too_few",
    });
  });
});
