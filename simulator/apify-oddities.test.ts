import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LASTING, PASSING } from "./apify-oddities.ts";
import { askApify } from "./ask-apify.ts";
import { startSimulator } from "./start-simulator.ts";

const FEED = "someone~instagram-reels-feed";
const SCRAPER = "apify~instagram-scraper";
const TRAVEL = { directUrls: ["https://www.instagram.com/explore/tags/travel/"] };

const startMs = Date.parse("2026-11-01T10:00:00Z");
let nowMs = startMs;
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let apify: ReturnType<typeof askApify>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
  apify = askApify(simulator.url);
});
beforeEach(async () => {
  nowMs = startMs;
  await control("reset", {});
});
afterAll(() => simulator.close());

const control = (path: string, body: object) =>
  fetch(`${simulator.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) });
const latest = async () =>
  (await (await fetch(`${simulator.url}/_control/apify-runs`)).json()).at(-1);
const many = { resultsLimit: 5000 };

/** Everything of one kind, and nothing else. */
async function only(kind: string, actor = FEED, input: object = {}) {
  const none = Object.fromEntries(Object.keys({ ...LASTING, ...PASSING }).map((name) => [name, 0]));
  const told = await control("settings", { apifyOddities: { ...none, [kind]: 1 } });
  expect(told.status).toBe(200);
  return apify.items(actor, { resultsLimit: 60, ...input });
}

describe("the oddities of a dataset", () => {
  it("come at their rates, the same in runs of the same hours, and are counted", async () => {
    const first = await apify.items(FEED, many);
    const { oddities, items } = await latest();
    expect(items).toBe(5000);
    for (const [kind, rate] of Object.entries({ ...LASTING, ...PASSING })) {
      if (kind === "beyond_2_53") continue;
      expect(oddities[kind] / 5000, kind).toBeGreaterThan(rate * 0.4);
      expect(oddities[kind] / 5000, kind).toBeLessThan(rate * 1.8);
    }
    expect(await apify.items(FEED, many)).toEqual(first);
    expect(first.filter((item) => item?.error)).toHaveLength(oddities.error_item);
  });

  it("are none when told so", async () => {
    await control("settings", { apifyOddities: false });
    await apify.items(FEED, many);
    expect((await latest()).oddities).toEqual({});
  });

  it.each([
    ["likes_hidden", { likesCount: -1 }],
    ["no_views", { videoPlayCount: 0, likesCount: 0, commentsCount: 0 }],
    ["no_caption", { caption: null, hashtags: [] }],
    ["error_item", { error: expect.any(String), errorDescription: expect.any(String) }],
  ])("%s: every item is so when the rate is 1", async (kind, item) => {
    const items = await only(kind, SCRAPER, TRAVEL);
    expect(items).toHaveLength(60);
    for (const each of items) expect(each).toMatchObject(item);
  });

  it.each([
    [FEED, {}],
    [SCRAPER, TRAVEL],
  ])("leave only the older views, time and identity out of items of %s", async (actor, input) => {
    for (const item of await only("only_old_views", actor, input)) {
      expect(item).toHaveProperty("videoViewCount");
      expect(item).not.toHaveProperty("videoPlayCount");
      expect(item).not.toHaveProperty("playsCount");
    }
    for (const item of await only("no_time", actor, input)) {
      expect(item.takenAt ?? item.timestamp ?? null).toBeNull();
    }
    for (const item of await only("no_identity", actor, input)) {
      for (const name of ["id", "itemId", "shortCode", "code", "url", "link"]) {
        expect(item).not.toHaveProperty(name);
      }
    }
  });

  it("write counts as text or below zero, and items that are none", async () => {
    for (const item of await only("text_count")) expect(Object.values(item)).toContain("many");
    for (const item of await only("negative_count")) {
      expect(Math.min(item.playsCount, Number(Object(item).commentsCount))).toBeLessThan(-1);
    }
    const things = await only("not_an_object");
    for (const thing of things) expect(Object.prototype.toString.call(thing)).not.toMatch(/Object/);
    expect(new Set(things.map((thing) => typeof thing)).size).toBeGreaterThan(2);
  });

  it("write counts beyond 2^53 to the last digit", async () => {
    await only("beyond_2_53");
    const { datasetId } = await latest();
    const headers = { authorization: "Bearer t" };
    const address = `${simulator.url}/apify/v2/datasets/${datasetId}/items`;
    const text = await (await fetch(address, { headers })).text();
    const plays = [...text.matchAll(/"playsCount":(\d+)/g)].map(([, digits = ""]) =>
      BigInt(digits),
    );
    expect(plays).toHaveLength(60);
    for (const each of plays) expect(BigInt(Number(each))).not.toBe(each);
  });

  it("write the same item again to the last letter, or the same reel with fewer views", async () => {
    await control("settings", { apifyActorSeconds: { [FEED]: 60 }, apifyOddities: { twice: 0.2 } });
    const run = await apify.start(FEED, { resultsLimit: 600 });
    nowMs += 60_000;
    const items = (await apify.page(run)).map((item) => JSON.stringify(item));
    const { oddities } = await latest();
    expect(oddities.twice).toBeGreaterThan(80);
    expect(new Set(items).size).toBe(600 - oddities.twice - sameThings(items, oddities));

    const settings = { twice: 0, not_an_object: 0, no_identity: 0, error_item: 0 };
    await control("settings", { apifyOddities: { ...settings, twice_with_other_counts: 0.2 } });
    const others = await apify.start(FEED, { resultsLimit: 600 });
    nowMs += 60_000;
    const reels = Object.groupBy(await apify.page(others), ({ itemId }) => itemId);
    let fewer = 0;
    for (const [first, ...rest] of Object.values(reels).map((each) => each ?? [])) {
      for (const each of rest) fewer += Number(each.playsCount < (first?.playsCount ?? 0));
    }
    const found = (await latest()).oddities.twice_with_other_counts;
    expect(found).toBeGreaterThan(80);
    expect(fewer).toBeGreaterThan(found * 0.9);
  });

  it("leave links of posts alone", async () => {
    const directUrls = ["simPlain001", "simNoLike01"].map(
      (code) => `https://www.instagram.com/p/${code}/`,
    );
    await control("settings", { apifyOddities: { error_item: 1 }, apifyMutations: true });
    expect(await apify.items(SCRAPER, { directUrls })).toMatchObject([
      { shortCode: "simPlain001" },
      { shortCode: "simNoLike01", likesCount: -1 },
    ]);
  });
});

// Strings and numbers in place of items repeat themselves by nature.
function sameThings(items: string[], { not_an_object = 0 }: Record<string, number>) {
  const things = items.filter((item) => !item.startsWith("{"));
  return not_an_object - new Set(things).size;
}

describe("mutated items", () => {
  it("are one in five, of every kind, and still JSON", async () => {
    await control("settings", { apifyMutations: true, apifyOddities: false });
    const items = await apify.items(FEED, { resultsLimit: 2000 });
    const { oddities } = await latest();
    const counts: number[] = Object.values(oddities);
    expect(items).toHaveLength(2000);
    expect(Object.keys(oddities)).toHaveLength(22);
    expect(counts.reduce((sum, each) => sum + each) / 2000).toBeCloseTo(0.2, 1);
    expect(items.filter((item) => JSON.stringify(item) === "{}").length).toBeGreaterThan(0);
  });
});
