import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import { GET as points } from "@/app/api/v1/reels/points/route";
import { BEHIND, HUGE, startListedWorld } from "./listed-world.ts";

let world: Awaited<ReturnType<typeof startListedWorld>>;

beforeAll(async () => {
  world = await startListedWorld();
});
afterAll(() => world.stop());

describe("filters", () => {
  it.each([
    [{ platform: "instagram" }, ["best", "hidden", "plain", "tag", "tied1", "tied2", "week"]],
    [{ author: "@keiko" }, ["best", "tag"]],
    [{ hashtag: "#oats" }, ["plain"]],
    [{ hashtag: "OATSY" }, ["tag"]],
    [{ min_views: 400 }, ["best", "tied1", "tied2", "tt"]],
    [{ outliers_only: "true" }, ["best"]],
    [{ search: "100%_SURE" }, ["tag"]],
    [{ search: "%" }, ["tag"]],
    [{ search: "example.test/tied" }, ["tied1", "tied2"]],
    [{ search: "keiko", min_views: 201 }, ["best"]],
    [{ author: "@nobody" }, []],
  ])("leave for %o what was asked for, and rank it as before", async (filter, expected) => {
    const everything = await world.list(BEHIND);
    const { items, total, summary } = await world.list({ ...BEHIND, ...filter });
    expect(items.map(({ reel_id }) => reel_id).toSorted()).toEqual(expected);
    expect([total, summary.total]).toEqual([expected.length, expected.length]);
    const before = new Map(everything.items.map((item) => [item.reel_id, item]));
    for (const item of items) expect(item).toEqual(before.get(item.reel_id));
  });

  it("sum up what they leave", async () => {
    const { summary } = await world.list({ ...BEHIND, author: "@keiko" });
    expect(summary).toMatchObject({
      total: 2,
      ranked: 2,
      outliers: 1,
      total_views: 2200,
      // 41 of 200, 1501 of 2000.
      mean_engagement_rate: 0.47775,
      median_engagement_rate: 0.47775,
      median_views_per_hour: 110,
    });
  });

  it("narrow the points of the scatter too", async () => {
    const drawn = async (query: Record<string, string | number>) => {
      const { points: shown, ...counts } = await (await world.call(points, query)).json();
      return {
        names: shown.map((point: { reel_url: string }) => point.reel_url.split("/").at(-1)),
        ...counts,
      };
    };
    const { limit: _, ...whole } = BEHIND;
    const all = await drawn(whole);
    expect(all).toMatchObject({ ranked: 8, unranked: 1, sampled_out: 0 });
    expect(all.derived).toContain("performance_score");
    expect(all.cohort.id).toBe((await world.list(BEHIND)).cohort.id);
    expect(await drawn({ ...whole, author: "@keiko" })).toMatchObject({
      names: ["best", "tag"],
      ranked: 2,
      unranked: 0,
    });
    const text = await (await world.call(points, { ...whole, platform: "tiktok" })).text();
    expect(text).toContain(`"views":${HUGE}`);
  });
});

describe("order and paging", () => {
  it.each([
    ["views", ["best", "tied2", "tied1", "hidden", "tag", "week", "plain"]],
    ["velocity", ["best", "tied2", "tied1", "hidden", "tag", "plain", "week"]],
    ["published", ["best", "tied2", "tied1", "hidden", "tag", "plain", "week"]],
    ["er", ["best", "tag", "plain", "week", "tied2", "tied1", "hidden"]],
  ])("by %s is total also on ties, either way round", async (sort, expected) => {
    const query = { ...BEHIND, platform: "instagram", sort };
    expect(await world.names(query)).toEqual(expected);
    expect(await world.names({ ...query, order: "asc" })).toEqual(expected.toReversed());
  });

  it("puts what has no score last, either way", async () => {
    const query = { ...BEHIND, platform: "instagram" };
    expect((await world.names(query)).at(-1)).toBe("hidden");
    expect((await world.names({ ...query, order: "asc" })).at(-1)).toBe("hidden");
    expect((await world.names({ ...BEHIND, sort: "author" })).at(-1)).toBe("hidden");
    expect((await world.names({ ...BEHIND, sort: "platform", order: "asc" }))[0]).not.toBe("tt");
  });

  it("goes on where the page before ended, each once", async () => {
    const query = { window: "30d", min_cohort: 1, limit: 4, sort: "views" };
    const pages = await Promise.all([1, 2, 3, 4].map((page) => world.list({ ...query, page })));
    expect(pages.map(({ items }) => items.length)).toEqual([4, 4, 1, 0]);
    expect(pages.map(({ has_more }) => has_more)).toEqual([true, true, false, false]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ reel_id }) => reel_id))).size).toBe(9);
  });

  it("keeps limit and minimum within their bounds", async () => {
    expect(await world.list({ limit: 0, min_cohort: 0 })).toMatchObject({
      limit: 1,
      cohort: { min_cohort: 1 },
    });
    expect(await world.list({ limit: 99_999, min_cohort: 5000 })).toMatchObject({
      limit: 10_000,
      cohort: { min_cohort: 1000 },
    });
  });
});

describe("what is not right is refused by its name", () => {
  it.each([
    [{ window: "14d" }, "window"],
    [{ platform: "myspace" }, "platform"],
    [{ hashtag: "two words" }, "hashtag"],
    [{ min_views: -1 }, "min_views"],
    [{ min_views: "many" }, "min_views"],
    [{ outliers_only: "perhaps" }, "outliers_only"],
    [{ sort: "luck" }, "sort"],
    [{ order: "up" }, "order"],
    [{ page: 0 }, "page"],
    [{ limit: "x" }, "limit"],
    [{ min_cohort: "x" }, "min_cohort"],
    [{ cohort: "v0-7d-20261101T000000.000000Z" }, "cohort"],
    [{ cohort: "v1-7d-20260230T000000.000000Z" }, "cohort"],
    [{ cohort: "v1-7d-00010101T000000.000000Z" }, "cohort"],
  ])("%o", async (query, field) => {
    const answer = await world.call(performance, query as Record<string, string>);
    expect(answer.status).toBe(422);
    const { error } = await answer.json();
    expect(error).toMatchObject({ code: "invalid_input", details: [{ field }] });
    expect(error.message).toMatch(new RegExp(`^${field}: `));
  });

  it("a filter beside the id that holds one", async () => {
    const { cohort } = await world.list({ author: "@keiko" });
    const both = await world.call(performance, { cohort: cohort.id, author: "@harbor" });
    expect(both.status).toBe(422);
    expect((await both.json()).error.message).toBe(
      "author: the id in `cohort` brings its own author; leave out one of the two",
    );
    expect(await world.names({ cohort: cohort.id, limit: 5, sort: "views" })).toEqual([
      "best",
      "tag",
    ]);
  });
});
