import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as recommend } from "@/app/api/v1/hashtags/recommend/[tag]/route";
import { GET as recommendations } from "@/app/api/v1/hashtags/recommendations/route";
import { type ApiWorld, call, type Query, sentenceOf, startApiWorld } from "./api-world.ts";

const DAY = 1440;

let world: ApiWorld;
beforeAll(async () => {
  world = await startApiWorld();
  // Of ten with #coffee: four with #milk, three with #latte, three with #art, one with #tea.
  const beside = [
    "milk latte art",
    "milk latte art",
    "milk latte",
    "milk",
    "art",
    "tea",
    "",
    "",
    "",
    "",
  ];
  await world.addPosts([
    ...beside.map((tags, index) => ({
      external_id: `c${index}`,
      caption: `#Coffee ${tags.replace(/\b(?=\w)/g, "#")}`,
      minutes_ago: index < 3 ? 10 : 40 * DAY,
      platform: index < 5 ? ("instagram" as const) : ("tiktok" as const),
    })),
    { external_id: "m", caption: "#milk", minutes_ago: 10 },
  ]);
});
afterAll(() => world.stop());

const described = (query: Query) => call(world.ada, recommendations, query);
const working = (tag: string, query: Query = {}) =>
  call(world.ada, recommend, query, { params: { tag } });
const rates = ({ body }: Awaited<ReturnType<typeof call>>) =>
  Object.fromEntries(
    body.recommendations.map(({ tag, cooccurrence_rate }: Record<string, string | number>) => [
      tag,
      cooccurrence_rate,
    ]),
  );

describe("hashtags that go with one", () => {
  it("are those on a share of its posts, with the counts behind it", async () => {
    const { status, body } = await working("coffee");
    expect(status).toBe(200);
    expect(body).toEqual({
      target_hashtag: "Coffee",
      posts: 10,
      recommendations: [
        { hashtag: "milk", tag: "milk", cooccurrence_rate: 0.4, shared_posts: 4, posts: 5 },
        { hashtag: "art", tag: "art", cooccurrence_rate: 0.3, shared_posts: 3, posts: 3 },
        { hashtag: "latte", tag: "latte", cooccurrence_rate: 0.3, shared_posts: 3, posts: 3 },
      ],
      min_cooccurrence_rate: 0.3,
      as_of: expect.any(String),
    });
  });

  it("are the same by either name, with or without its #, in any case", async () => {
    const { as_of: _, ...same } = (await working("coffee")).body;
    for (const tag of ["#coffee", "##COFFEE", " Coffee", "＃coffee"]) {
      expect((await working(tag)).body).toMatchObject(same);
      expect((await described({ target_hashtag: tag })).body).toMatchObject(same);
    }
  });

  it.each([
    [{ min_cooccurrence_rate: 0.1 }, { milk: 0.4, art: 0.3, latte: 0.3 }],
    [
      { min_cooccurrence_rate: 0, max_recommendations: 10 },
      { milk: 0.4, art: 0.3, latte: 0.3, tea: 0.1 },
    ],
    [{ min_cooccurrence_rate: 0.31 }, { milk: 0.4 }],
    [{ min_cooccurrence_rate: 1 }, {}],
    [{ max_recommendations: 1 }, { milk: 0.4 }],
    [{ platform: "instagram" }, { milk: 0.8, art: 0.6, latte: 0.6 }],
    [{ days: 7 }, { milk: 1, latte: 1, art: 0.6667 }],
    [
      {
        since: "2026-01-01",
        until: new Date(Date.now() - DAY * 60_000).toISOString(),
        min_cooccurrence_rate: 0.14,
      },
      { milk: 0.1429, art: 0.1429, tea: 0.1429 },
    ],
  ] as [Query, object][])("narrowed by %o", async (query, expected) => {
    expect(rates(await described({ target_hashtag: "coffee", ...query }))).toEqual(expected);
  });

  it("are none for one that nobody used", async () => {
    const { status, body } = await working("nobody");
    expect([status, body]).toMatchObject([
      200,
      { target_hashtag: "nobody", posts: 0, recommendations: [] },
    ]);
  });

  it.each(["", " ", "#", "## ＃"])("are not asked of an empty one: %j", async (tag) => {
    const empty = [400, "Hashtag cannot be empty"];
    expect(sentenceOf(await working(tag))).toEqual(empty);
    expect(sentenceOf(await described({ target_hashtag: tag }))).toEqual(empty);
  });

  it.each([
    [
      { min_cooccurrence_rate: 1.1 },
      "min_cooccurrence_rate: found 1.1, expected a number from 0 to 1, such as 0.3.",
    ],
    [
      { min_cooccurrence_rate: "NaN" },
      "min_cooccurrence_rate: found NaN, expected a number from 0 to 1, such as 0.3.",
    ],
    [{ max_recommendations: 0 }, "max_recommendations: found 0, expected a whole number, 1 to 10."],
    [
      { max_recommendations: 11 },
      "max_recommendations: found 11, expected a whole number, 1 to 10.",
    ],
    [
      { since: "yesterday" },
      "since: found yesterday, expected a time such as 2026-11-18T14:05:00Z, or a day such as 2026-11-18.",
    ],
    [
      { since: "2026-11-02", until: "2026-11-01" },
      "until: found 2026-11-01T00:00:00.000Z, expected a time after since (2026-11-02T00:00:00.000Z).",
    ],
    [{ days: 0 }, "days: found 0, expected a whole number, 1 to 3650."],
    [
      { days: 7, since: "2026-11-02" },
      "days: found 7 beside since or until, expected days alone or these two.",
    ],
  ] as [Query, string][])("refuse %o with one sentence", async (query, sentence) => {
    expect(sentenceOf(await described({ target_hashtag: "coffee", ...query }))).toEqual([
      422,
      sentence,
    ]);
  });
});
