import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Supabase, startSupabase } from "../../support/supabase.ts";

let supabase: Supabase;

beforeAll(async () => {
  supabase = await startSupabase();
});
afterAll(() => supabase.stop());

type Read = Record<string, unknown> & {
  external_id: string | null;
  code: string | null;
  absent: Record<string, string> | null;
};

/** Items as the mapping reads them, as JSON texts: numbers beyond 2^53 have to stay what they are. */
async function readAll(payloads: string[], platform = "instagram") {
  return supabase.sql<Read>(
    "select i.*, published_at at time zone 'UTC' as utc from private.read_items($1::platform, $2::text[]) as i",
    [platform, payloads],
  );
}
async function read(item: string, platform?: string) {
  const [found] = await readAll([item], platform);
  if (!found) throw new Error("Nothing was read.");
  return found;
}
const REEL = `"shortCode": "C0abcDEfGhI", "timestamp": "2026-11-01T10:00:00Z"`;

describe("counts of an item", () => {
  it.each([
    [`"videoPlayCount": 0`, "views", "0"],
    [`"videoPlayCount": 0, "views": 7`, "views", "0"],
    [`"videoPlayCount": null, "playsCount": 5`, "views", "5"],
    [`"playsCount": "12"`, "views", "12"],
    [`"videoPlayCount": 9007199254740993`, "views", "9007199254740993"],
    [`"videoPlayCount": 9223372036854775807`, "views", "9223372036854775807"],
    [`"likesCount": 12.0`, "likes", "12"],
    [`"commentCount": 3`, "comments", "3"],
    [`"savesCount": 4, "shareCount": 9`, "saves", "4"],
    [`"savesCount": 4, "shareCount": 9`, "shares", "9"],
  ])("%s gives %s %s", async (fields, metric, value) => {
    const item = await read(`{${REEL}, ${fields}}`);
    expect(item).toMatchObject({ code: null, [metric]: value });
    expect(item.absent).not.toHaveProperty(metric);
  });

  it.each([
    [`"likesCount": -1`, "likes", "hidden"],
    [`"likesCount": null`, "likes", "hidden"],
    [`"caption": "x"`, "views", "hidden"],
    [`"type": "Image"`, "views", "not_offered"],
    [`"caption": "x"`, "shares", "not_offered"],
    [`"sharesCount": -1`, "shares", "hidden"],
  ])("%s leaves out %s as %s, never as 0 (invariant 22)", async (fields, metric, reason) => {
    const item = await read(`{${REEL}, ${fields}}`);
    expect(item).toMatchObject({ code: null, [metric]: null, absent: { [metric]: reason } });
  });

  it.each([
    [`"videoPlayCount": -2`, "videoPlayCount"],
    [`"likesCount": "many"`, "likesCount"],
    [`"commentsCount": "1,200"`, "commentsCount"],
    [`"videoPlayCount": 1.5`, "videoPlayCount"],
    [`"videoPlayCount": true`, "videoPlayCount"],
    [`"likesCount": {"count": 4}`, "likesCount"],
    [`"videoPlayCount": 9223372036854775808`, "videoPlayCount"],
    [`"videoPlayCount": 1${"0".repeat(300)}`, "videoPlayCount"],
  ])("%s is no count: the item is quarantined (invariant 22)", async (fields, field) => {
    expect(await read(`{${REEL}, ${fields}}`)).toMatchObject({ code: "bad_count", field });
  });

  it("keeps views of 3 seconds apart from plays", async () => {
    const old = await read(`{${REEL}, "videoViewCount": 200}`);
    expect(old).toMatchObject({
      views: "200",
      video_views: null,
      definition: "apify_instagram_3s.v1",
    });
    const both = await read(`{${REEL}, "videoViewCount": 200, "videoPlayCount": 480}`);
    expect(both).toMatchObject({
      views: "480",
      video_views: "480",
      definition: "apify_instagram.v1",
    });
  });
});

describe("the time of publishing", () => {
  it.each([
    [`"timestamp": "2026-11-01T10:00:00.000Z"`],
    [`"timestamp": "2026-11-01T11:00:00+01:00"`],
    [`"takenAt": "2026-11-01T10:00:00"`],
    [`"takenAtTimestamp": 1793527200`],
    [`"takenAt": 1793527200000`],
    [`"takenAt": "1793527200"`],
    [`"timestamp": null, "publishDate": "2026-11-01 10:00:00Z"`],
  ])("%s is understood", async (fields) => {
    const item = await read(`{"shortCode": "C0abcDEfGhI", ${fields}}`);
    expect(item).toMatchObject({ code: null, published_at: new Date("2026-11-01T10:00:00Z") });
  });

  it.each([
    [`"caption": "x"`, "no_publish_time"],
    [`"timestamp": null`, "no_publish_time"],
    [`"timestamp": "soon"`, "bad_publish_time"],
    [`"timestamp": "2026-13-45T10:00:00Z"`, "bad_publish_time"],
    [`"timestamp": 12`, "bad_publish_time"],
    [`"timestamp": []`, "bad_publish_time"],
  ])("%s is quarantined as %s", async (fields, code) => {
    expect(await read(`{"shortCode": "C0abcDEfGhI", ${fields}}`)).toMatchObject({ code });
  });
});

describe("which post it is", () => {
  const TIME = `"timestamp": 1793527200`;
  it.each([
    [`"shortCode": "C0abcDEfGhI", "id": "1"`, "C0abcDEfGhI"],
    [`"code": "C0abcDEfGhI"`, "C0abcDEfGhI"],
    [`"link": "https://www.instagram.com/acme/reel/C0abcDEfGhI/?x=1"`, "C0abcDEfGhI"],
    [`"id": "3500000000000000001"`, "DCSf3TJ3gAB"],
    [`"id": 3500000000000000001`, "DCSf3TJ3gAB"],
    [`"itemId": "3500000000000000001_900"`, "DCSf3TJ3gAB"],
  ])("%s is %s", async (fields, code) => {
    expect(await read(`{${TIME}, ${fields}}`)).toMatchObject({
      code: null,
      external_id: code,
      url: `https://www.instagram.com/reel/${code}/`,
      media_kind: "reel",
    });
  });

  it.each([
    [`{${TIME}}`, "no_identity"],
    [`{${TIME}, "url": "https://www.instagram.com/acme/"}`, "no_identity"],
    [`{${TIME}, "id": "a b"}`, "no_link"],
    [`{${TIME}, "id": 123}`, "no_link"],
    [`{${TIME}, "url": "https://www.tiktok.com/@a/video/1", "id": "1"}`, "wrong_platform"],
    [`{"url": "https://www.instagram.com/p/x/", "error": "not_found"}`, "error_item"],
    ["42", "not_an_object"],
    ["null", "not_an_object"],
    [`["a"]`, "not_an_object"],
    [`{"views": 1${"0".repeat(140_000)}}`, "unreadable"],
  ])("%.60s is quarantined as %s", async (item, code) => {
    expect(await read(item)).toMatchObject({ code });
  });

  it.each([
    "https://www.instagram.com:x@evil.test/reel/12",
    "https://instagram.com@evil.test/reel/12",
    "https://www.instagram.com\\\\@evil.test/",
  ])("never keeps %s, which leads elsewhere", async (url) => {
    const item = await read(`{${TIME}, "id": "12", "url": "${url}"}`);
    expect(item.url ?? "").not.toContain("evil");
  });

  it("knows TikTok's own names", async () => {
    const item = `{"id": "7436518812345990000", "createTime": 1793527200, "playCount": 4, "diggCount": 0,
      "shareCount": 1, "collectCount": 2, "commentCount": -1, "authorMeta": {"name": "acme"}, "videoMeta": {"duration": 8}}`;
    expect(await read(item, "tiktok")).toMatchObject({
      code: null,
      external_id: "7436518812345990000",
      url: "https://www.tiktok.com/@acme/video/7436518812345990000",
      ...{ views: "4", likes: "0", shares: "1", saves: "2", comments: null, media_kind: "video" },
      absent: { comments: "hidden" },
    });
  });
});

it("reads or quarantines 3,000 mutated items, and makes a number of nothing (invariant 22)", async () => {
  const values = [
    "0",
    "-1",
    "null",
    `"x"`,
    "[]",
    "{}",
    "true",
    "1e3",
    "9007199254740993",
    "-7",
    `""`,
  ];
  const names = [
    "videoPlayCount",
    "likesCount",
    "commentsCount",
    "timestamp",
    "shortCode",
    "url",
    "type",
    "error",
    "videoDuration",
    "caption",
  ];
  let state = 7;
  const draw = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const items = Array.from({ length: 3000 }, (_, index) => {
    const fields: Record<string, string> = {
      shortCode: `"C${index}"`,
      timestamp: "1793527200",
      videoPlayCount: "5",
      likesCount: "4",
      commentsCount: "3",
    };
    for (let n = draw(4); n >= 0; n--)
      fields[names[draw(names.length)] ?? ""] = values[draw(values.length)] ?? "";
    return {
      fields,
      text: `{${Object.entries(fields).map(([name, value]) => `"${name}": ${value}`)}}`,
    };
  });
  const found = await readAll(items.map(({ text }) => text));
  expect(found).toHaveLength(items.length);
  const exact: Record<string, string> = {
    "0": "0",
    "1e3": "1000",
    "9007199254740993": "9007199254740993",
    "5": "5",
    "4": "4",
    "3": "3",
  };
  for (const [index, { fields }] of items.entries()) {
    const item = found[index];
    if (item?.code) continue;
    for (const [field, metric] of [
      ["videoPlayCount", "views"],
      ["likesCount", "likes"],
      ["commentsCount", "comments"],
    ] as const) {
      expect([fields, item?.[metric]]).toEqual([fields, exact[fields[field] ?? ""] ?? null]);
    }
  }
  expect(found.filter(({ code }) => code !== null).length).toBeGreaterThan(500);
});
