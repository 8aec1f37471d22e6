import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import {
  type Answer,
  callerOf,
  HOUR,
  hoursFromNow,
  type NewReel,
  type ReelsWorld,
  startReelsWorld,
} from "../../support/reels.ts";
import { seeded } from "../../support/seeded.ts";
import type { TestUser } from "../../support/supabase.ts";

const SEED = Number(process.env.REELS_SEED ?? randomInt(2 ** 31));
const MARKS = [1, 3, 6, 12, 24, 48];

let world: ReelsWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

/** A short video that was measured exactly at each of the first ages. */
function grown(external_id: string, author: string, views: number[]): NewReel {
  const published = hoursFromNow(-60);
  return {
    external_id,
    author,
    published,
    snapshots: views.map((count, index) => ({
      at: published + BigInt(MARKS[index] ?? 0) * HOUR,
      views: count,
      likes: 1,
      comments: 0,
    })),
  };
}

async function list(reels: NewReel[], query: Record<string, string | number> = {}) {
  const workspace = await world.newWorkspace(ada);
  await world.addReels(workspace, reels);
  const answer = await callerOf(ada, workspace)(performance, { limit: 10_000, ...query });
  const { items } = (await answer.json()) as Answer;
  return (id: string) => items.find(({ reel_id }) => reel_id === id)?.outlier;
}

const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

/** The place from either end between which a median lies in 95 % of samples, by exact counting. */
function edge(n: number) {
  let ways = 1n;
  let below = 0n;
  let place = 0;
  while ((below + ways) * 1000n <= 25n * 2n ** BigInt(n)) {
    below += ways;
    place += 1;
    ways = (ways * BigInt(n - place + 1)) / BigInt(place);
  }
  return Math.max(1, place);
}

describe("the outlier factor", () => {
  it("compares with the median of the author's others at the same age, and shows it", async () => {
    const others = [10, 20, 40, 50, 90].map((views, index) =>
      grown(`o${index}`, "@a", [1, 2, 3, 4, views]),
    );
    // Grew on to 48 h, where none of the others is yet: no younger age speaks for it.
    const older = grown("older", "@a", [1, 2, 3, 4, 77, 100]);
    const of = await list([...others, older, grown("it", "@a", [9, 9, 9, 9, 160])]);
    expect(of("it")).toMatchObject({
      factor: 3.56,
      is_outlier: true,
      unknown_because: null,
      baseline: { of: "author", hours: 24, own_views: 160, views: 45, low: 10, high: 90, n: 6 },
    });
    expect(of("older")).toMatchObject({ factor: null, unknown_because: "not_enough_posts" });
  });

  it("never holds a simulated number against real ones", async () => {
    const simulated = (reel: NewReel) => ({
      ...reel,
      snapshots: reel.snapshots.map((each) => ({ ...each, simulated: true })),
    });
    const others = [10, 20, 40, 50, 90].map((views, index) => grown(`o${index}`, "@a", [views]));
    const of = await list([...others, grown("real", "@a", [1]), simulated(grown("it", "@a", [9]))]);
    expect(of("real")?.baseline).toMatchObject({ of: "author", n: 5 });
    expect(of("it")).toMatchObject({ baseline: null, unknown_because: "not_enough_posts" });
  });

  it("says so of the interval of five others: their whole range, 94 %", async () => {
    const all = [10, 20, 40, 50, 90, 1].map((views, index) => grown(`o${index}`, "@a", [views]));
    expect((await list(all))("o5")?.baseline).toMatchObject({
      n: 5,
      low: 10,
      high: 90,
      confidence: 0.9375,
    });
  });

  it("falls back to the platform's median, and below the minimum to none", async () => {
    const alone = (count: number) =>
      Array.from({ length: count }, (_, index) => grown(`o${index}`, `@a${index}`, [index * 10]));
    expect((await list(alone(20)))("o19")).toMatchObject({
      factor: 2,
      is_outlier: false,
      baseline: { of: "platform", views: 95, n: 20 },
    });
    expect((await list(alone(19)))("o18")).toMatchObject({
      factor: null,
      is_outlier: null,
      unknown_because: "not_enough_posts",
      baseline: null,
    });
    expect((await list(alone(4), { min_cohort: 1 }))("o3")?.factor).toBe(2);
  });

  it("has no factor where the median is 0", async () => {
    const all = [0, 0, 0, 0, 0, 0, 5].map((views, index) => grown(`o${index}`, "@a", [views]));
    expect((await list(all, { min_cohort: 1 }))("o6")?.factor).toBeNull();
  });

  it("marks views above Q3 + 1.5 times the range between the quartiles", async () => {
    // Quartiles 4.75 and 14.25 by interpolation: more than 28.5.
    const views = [...Array.from({ length: 19 }, (_, index) => index), 28];
    const some = (last: number) =>
      list(
        [...views.slice(0, 19), last].map((count, index) =>
          grown(`o${index}`, `@${index}`, [count]),
        ),
      );
    expect((await some(28))("o19")?.is_iqr_outlier).toBe(false);
    expect((await some(29))("o19")?.is_iqr_outlier).toBe(true);
  });

  it(`is what a plain computation gives, with n and interval (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const reels = Array.from({ length: 240 }, (_, index) => {
      const author = `@a${Math.floor(random.next() ** 2 * 12)}`;
      const ages = random.whole(1, 6);
      return grown(
        `r${index}`,
        author,
        Array.from({ length: ages }, () => random.whole(0, 60)),
      );
    });
    const workspace = await world.newWorkspace(ada);
    await world.addReels(workspace, reels);
    const rows = await world.supabase.sql(
      `select p.external_id, s.outlier_factor, s.baseline_hours, s.baseline_n, s.baseline_views, s.baseline_low, s.baseline_high
       from private.score_reels($1, 7, now()) as s join public.posts as p on p.id = s.post_id`,
      [workspace],
    );
    const current = reels.map(({ snapshots }) => Number(snapshots.at(-1)?.views));
    let byAuthor = 0;
    for (const row of rows) {
      const own = reels.find(({ external_id }) => external_id === row.external_id);
      const age = (own?.snapshots.length ?? 0) - 1;
      const views = Number(own?.snapshots[age]?.views);
      const others = reels
        .filter((each) => each !== own && each.author === own?.author && each.snapshots[age])
        .map((each) => Number(each.snapshots[age]?.views))
        .toSorted((a, b) => a - b);
      const usual = median(others);
      if (others.length < 5 || usual === 0) {
        expect(row).toMatchObject({ outlier_factor: views / median(current), baseline_n: null });
        continue;
      }
      byAuthor += 1;
      const place = edge(others.length);
      expect(row).toMatchObject({
        outlier_factor: views / usual,
        baseline_hours: MARKS[age],
        baseline_n: others.length,
        baseline_views: usual,
        baseline_low: String(others[place - 1]),
        baseline_high: String(others.at(-place)),
      });
    }
    expect(byAuthor).toBeGreaterThan(100);
  });
});
