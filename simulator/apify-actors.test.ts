import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askApify, type SeenItem } from "./ask-apify.ts";
import { startSimulator } from "./start-simulator.ts";

const SCRAPER = "apify~instagram-scraper";
const REEL_SCRAPER = "apify~instagram-reel-scraper";
const FEED = "someone~instagram-reels-feed";
const TIKTOK = "clockworks~tiktok-scraper";
const SOME = "https://www.instagram.com/explore/tags/travel/";

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
  await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
  simulator.settings.apifyOddities = false;
});
afterAll(() => simulator.close());

const of = <Name extends keyof SeenItem>(items: SeenItem[], name: Name) =>
  items.map((item) => item[name]);

describe("the Instagram actors", () => {
  it("list each profile's newest reels, up to the limit", async () => {
    const username = ["acme", "@goran.ito", "https://www.instagram.com/a_new.one/"];
    const items = await apify.items(REEL_SCRAPER, { username, resultsLimit: 20 });
    expect(items).toHaveLength(60);
    const owners = ["acme", "goran.ito", "a_new.one"].flatMap((name) => Array(20).fill(name));
    expect(of(items, "ownerUsername")).toEqual(owners);
    const times = of(items, "timestamp").slice(0, 20);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(items[0]).toMatchObject({
      inputUrl: "https://www.instagram.com/acme/",
      id: expect.stringMatching(/^\d{19}$/),
      type: "Video",
      productType: "clips",
      caption: expect.stringMatching(/ #\w+/),
      videoPlayCount: expect.any(Number),
      musicInfo: { audio_id: expect.stringMatching(/^\d+$/) },
    });
  });

  it("list an account that can be connected as its owner sees it", async () => {
    const items = await apify.items(REEL_SCRAPER, { username: ["harbor.oats"], resultsLimit: 9 });
    expect(items).toHaveLength(9);
    for (const { shortCode } of items) {
      expect(simulator.book.post("instagram", shortCode)?.account.handle).toBe("harbor.oats");
    }
  });

  it.each([
    ["a search", { search: "#Travel", searchType: "hashtag", resultsType: "reels" }],
    ["a link", { directUrls: [SOME] }],
  ])("find reels with a hashtag by %s", async (_by, input) => {
    const items = await apify.items(SCRAPER, { ...input, resultsLimit: 40 });
    expect(items).toHaveLength(40);
    for (const item of items) {
      expect(item).toMatchObject({ inputUrl: SOME, hashtags: expect.arrayContaining(["travel"]) });
    }
  });

  it("leave out what is older than asked for", async () => {
    const input = { directUrls: [SOME], resultsLimit: 40, onlyPostsNewerThan: "3 days" };
    const times = of(await apify.items(SCRAPER, input), "timestamp");
    expect(times.length).toBeGreaterThan(5);
    for (const time of times) expect(Date.parse(time)).toBeGreaterThan(nowMs - 3 * 86_400_000);
  });

  it("tell the same of a reel by its link, until it is gone", async () => {
    const [first] = await apify.items(REEL_SCRAPER, { username: ["acme"], resultsLimit: 1 });
    const input = { username: [`https://www.instagram.com/reel/${first?.shortCode}/`] };
    const [again] = await apify.items(REEL_SCRAPER, input);
    expect({ ...again, inputUrl: null }).toEqual({ ...first, inputUrl: null });
    simulator.gone.add(`instagram ${first?.shortCode}`);
    expect(await apify.items(REEL_SCRAPER, input)).toMatchObject([{ error: "not_found" }]);
    const left = await apify.items(REEL_SCRAPER, { username: ["acme"], resultsLimit: 1 });
    expect(of(left, "shortCode")).not.toContain(first?.shortCode);
  });

  it("count less of a reel that was restated, in lists and by its link", async () => {
    const input = { username: ["acme"], resultsLimit: 9 };
    const [before] = (await apify.items(REEL_SCRAPER, input)).slice(-1);
    const body = JSON.stringify({ platform: "instagram", id: before?.shortCode, factor: 0.5 });
    await fetch(`${simulator.url}/_control/restate`, { method: "POST", body });
    const half = Math.floor((before?.videoPlayCount ?? Number.NaN) / 2);
    const [after] = (await apify.items(REEL_SCRAPER, input)).slice(-1);
    const [linked] = await apify.items(REEL_SCRAPER, { username: [before?.url] });
    for (const each of [after, linked])
      expect((each?.videoPlayCount ?? 0) - half).toBeOneOf([0, 1]);
  });

  it("write an error item for who is gone or private, and for a hashtag that nobody uses", async () => {
    const directUrls = ["gone.one", "private.two", "explore/tags/zzzz"].map(
      (path) => `https://www.instagram.com/${path}/`,
    );
    const items = await apify.items(SCRAPER, { directUrls });
    expect(of(items, "error")).toEqual(["not_found", "no_items", "no_items"]);
    expect(of(items, "url")).toEqual(directUrls);
  });
});

describe("an actor of the recommended feed", () => {
  it("writes the older names, and dates in seconds, milliseconds and ISO", async () => {
    const items = await apify.items(FEED, { resultsLimit: 300, proxy: { useApifyProxy: true } });
    expect(items).toHaveLength(300);
    const forms = of(items, "takenAt").map((at) =>
      typeof at === "string" ? "ISO" : at < 1e11 ? "seconds" : "milliseconds",
    );
    const times = items.map(({ takenAt }, at) =>
      forms[at] === "seconds" ? Number(takenAt) * 1000 : Number(new Date(takenAt)),
    );
    for (const time of times) expect(time).toBeGreaterThan(nowMs - 91 * 86_400_000);
    expect(new Set(forms).size).toBe(3);
    const names = new Set(items.flatMap((item) => Object.keys(item)));
    for (const name of ["itemId", "shortCode", "code", "link", "caption", "title", "musicId"]) {
      expect(names).toContain(name);
    }
    for (const name of ["id", "url", "timestamp", "videoPlayCount"])
      expect(names).not.toContain(name);
  });

  it("has grown six hours later, and most of it is there again", async () => {
    const before = await apify.items(FEED, { resultsLimit: 200 });
    const plays = new Map(before.map(({ itemId, playsCount }) => [`${itemId}`, playsCount]));
    nowMs += 6 * 3_600_000;
    const again = (await apify.items(FEED, { resultsLimit: 200 })).filter(({ itemId }) =>
      plays.has(itemId),
    );
    expect(again.length).toBeGreaterThan(140);
    for (const { itemId, playsCount } of again) {
      expect(playsCount).toBeGreaterThanOrEqual(plays.get(itemId) ?? Number.NaN);
    }
    const grown = again.filter(({ itemId, playsCount }) => playsCount > (plays.get(itemId) ?? 0));
    expect(grown.length).toBeGreaterThan(50);
  });
});

describe("the TikTok actor", () => {
  it("lists profiles and hashtags, and the same video by its link", async () => {
    const input = { profiles: ["acme", "gone.one"], hashtags: ["travel"], resultsPerPage: 10 };
    const items = await apify.items(TIKTOK, input);
    expect(items).toHaveLength(21);
    expect(items[10]).toMatchObject({ input: "gone.one", errorCode: "NO_ITEMS" });
    expect(items[20]?.hashtags).toContainEqual({ name: "travel" });
    expect(items[0]).toMatchObject({
      authorMeta: { name: "acme" },
      createTime: expect.any(Number),
    });
    const [again] = await apify.items(TIKTOK, { postURLs: [items[0]?.webVideoUrl] });
    expect(again).toMatchObject({ id: items[0]?.id, playCount: items[0]?.playCount });
  });
});

describe("an input that an actor does not know", () => {
  it.each([
    [FEED, { resultsLimit: "many" }],
    [SCRAPER, { directUrls: SOME }],
    [SCRAPER, { directUrls: [SOME], onlyPostsNewerThan: "soon" }],
    [TIKTOK, { profiles: ["acme"], resultsPerPage: 0 }],
  ])("is refused by %s: %o", async (actor, input) => {
    const { status, body } = await apify.ask(`actors/${actor}/runs`, "POST", input);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { type: "invalid-input" } });
  });
});
