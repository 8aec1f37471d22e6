import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsAt, startAnsweringServer } from "../../../tests/support/answering-server.ts";
import { batchOf, type GraphSaid, graphAnswers } from "../../../tests/support/graph-answers.ts";
import { readEnv } from "../../env.ts";
import type { Access, AccountPost } from "../connected.ts";
import { facebookPlatform } from "./platform.ts";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
const nowMs = Date.parse("2026-11-10T10:00:00Z");
const TOKEN = "EAASECRETSECRETSECRETSECRETSECRET";
const access: Access = {
  kind: "facebook_page",
  accountExternalId: "11111",
  accessToken: TOKEN,
  scopes: [],
  rejectedMetrics: [],
  signal: new AbortController().signal,
};

beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

function platform(say: (path: string, query: URLSearchParams) => GraphSaid) {
  server.answers(graphAnswers(say));
  const choice = facebookPlatform(readEnv(settingsAt(server.url)), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.platform;
}

const NUMBERS: Record<string, number> = {
  post_media_view: 900,
  post_total_media_view_unique: 700,
  post_clicks: 20,
  post_video_views: 400,
};
const insights = (query: URLSearchParams): GraphSaid => ({
  body: {
    data: (query.get("metric") ?? "")
      .split(",")
      .map((name) => ({ name, period: "lifetime", values: [{ value: NUMBERS[name] }] })),
  },
});
const total = (count: number) => ({
  data: [],
  paging: { next: `https://graph.facebook.com/v26.0/x?access_token=${TOKEN}` },
  summary: { total_count: count },
});

function post(id: string, mediaKind: AccountPost["mediaKind"] = "image"): AccountPost {
  return { apiId: id, externalId: id, mediaKind, publishedAt: "2026-11-01T10:00:00.000Z" };
}

async function measured(posts: AccountPost[], say: Parameters<typeof platform>[0]) {
  const result = await platform(say).measure(access, posts);
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  const metrics = posts.map(({ apiId }) => {
    const outcome = result.value.get(apiId);
    if (outcome?.kind !== "measured") throw new Error(JSON.stringify(outcome));
    return outcome.measurements[0]?.metrics;
  });
  return { ...result, metrics };
}

describe("measuring posts of a Page", () => {
  it("reads fields by one list and insights beside it; nobody's share is 0", async () => {
    const posts = [post("11111_222"), post("11111_333", "video")];
    const result = await measured(posts, (path, query) =>
      path.endsWith("/insights")
        ? insights(query)
        : {
            body: {
              data: [
                { id: "11111_222", shares: { count: 2 }, reactions: total(9), comments: total(3) },
                { id: "11111_333", reactions: total(0), comments: total(0) },
              ],
            },
          },
    );
    expect(server.asked).toHaveLength(1);
    expect(result.metrics).toEqual([
      {
        impressions: "900",
        reach: "700",
        views: "900",
        likes: "9",
        comments: "3",
        shares: "2",
        saves: { absent: "not_offered" },
        clicks: "20",
        video_views: { absent: "not_offered" },
      },
      expect.objectContaining({ shares: "0", likes: "0", video_views: "400" }),
    ]);
    expect(JSON.stringify([...result.value])).not.toContain("SECRET");
    expect(result.value.get("11111_222")).toMatchObject({
      measurements: [
        {
          source: "facebook_graph",
          definition: "facebook_graph.v26",
          payload: expect.stringMatching(/^\{"post":\{.*"insights":\[/),
        },
      ],
    });
  });

  it("asks plays of videos apart, so that their refusal costs nothing else (invariant 18)", async () => {
    const { metrics, rejected } = await measured([post("11111_333", "video")], (path, query) => {
      if (!path.endsWith("/insights")) return { body: { id: path, reactions: total(1) } };
      return query.get("metric")?.includes("post_video_views")
        ? { code: 100, message: "(#100) The value must be a valid insights metric" }
        : insights(query);
    });
    expect(metrics[0]).toMatchObject({ views: "900", video_views: { absent: "not_offered" } });
    expect(rejected).toMatchObject([{ name: "post_video_views", metric: "video_views" }]);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    [
      "post_media_view",
      { views: { absent: "not_offered" }, impressions: { absent: "not_offered" }, reach: "700" },
    ],
    ["post_clicks", { clicks: { absent: "not_offered" }, views: "900" }],
  ])(
    "loses %s alone when Facebook does not say which it refused (invariant 18)",
    async (name, rest) => {
      const posts = Array.from({ length: 20 }, (_, index) => post(`11111_${1000 + index}`));
      const result = await measured(posts, (path, query) => {
        if (!path.endsWith("/insights")) return { body: { id: path, reactions: total(1) } };
        return query.get("metric")?.split(",").includes(name)
          ? { code: 100, message: "(#100) The value must be a valid insights metric" }
          : insights(query);
      });
      for (const metrics of result.metrics) expect(metrics).toMatchObject(rest);
      expect(result.rejected.map((each) => each.name)).toEqual([name]);
      // All, one metric at a time for the first post, and the others without the refused one.
      expect(server.asked.filter(({ body }) => body.includes("insights"))).toHaveLength(3);
    },
  );

  it("keeps shares and insights when reactions and comments are not allowed", async () => {
    const { metrics } = await measured([post("11111_222"), post("11111_333")], (path, query) => {
      if (path.endsWith("/insights")) return insights(query);
      if (query.get("fields")?.includes("reactions")) return { code: 10 };
      return { body: { data: [{ id: "11111_222", shares: { count: 2 } }, { id: "11111_333" }] } };
    });
    const forbidden = { likes: { absent: "permission" }, comments: { absent: "permission" } };
    expect(metrics).toMatchObject([
      { ...forbidden, shares: "2", views: "900" },
      { ...forbidden, shares: "0", views: "900" },
    ]);
  });

  it("finds a reel behind its Page's id, and does not call it gone where only that fails", async () => {
    const reel = post("55555", "reel");
    const { metrics } = await measured([reel], (path, query) => {
      if (path === "11111_55555/insights") return insights(query);
      return { body: { id: path, shares: { count: 1 }, reactions: total(4), comments: total(2) } };
    });
    expect(metrics[0]).toMatchObject({ views: "900", video_views: "400", likes: "4", shares: "1" });

    const asVideo = await measured([reel], (path) =>
      path === "55555" ? { body: { id: path, comments: total(2) } } : { code: 100, subcode: 33 },
    );
    expect(asVideo.metrics[0]).toMatchObject({
      comments: "2",
      likes: { absent: "not_offered" },
      shares: { absent: "not_offered" },
      views: { absent: "not_offered" },
    });

    const lost = await platform(() => ({ code: 100, subcode: 33 })).measure(access, [reel]);
    if (lost.kind === "done") expect(lost.value.get("55555")).toMatchObject({ kind: "gone" });
    expect(lost.kind).toBe("done");
  });

  it("never asks for more in one batch than Facebook takes", async () => {
    const posts = Array.from({ length: 33 }, (_, index) => post(String(50_000 + index), "reel"));
    const { calls } = await measured(posts, (path, query) =>
      path.endsWith("/insights") ? insights(query) : { body: { id: path } },
    );
    expect(server.asked.map((asked) => batchOf(asked).length)).toEqual([50, 49]);
    expect(calls).toBe(99);

    const broken = platform(() => null);
    server.answers(() => ({ status: 502, body: "<html>Bad gateway</html>" }));
    expect(await broken.measure(access, posts)).toMatchObject({
      kind: "refused",
      code: "provider_error",
      calls: 50,
    });
    expect(server.asked).toHaveLength(1);
  });
});

describe("listing posts of a Page", () => {
  const since = "2026-10-01T00:00:00.000Z";

  it("lists posts and then reels, until both have no next", async () => {
    const next = `https://graph.facebook.com/v26.0/x?access_token=${TOKEN}&after=A2`;
    const own = platform((path, query) => {
      if (path === "11111/video_reels") {
        return {
          body: {
            data: [
              {
                id: "55555",
                description: "Reel",
                created_time: "2026-11-01T10:00:00+0000",
                length: 12.4,
              },
            ],
          },
        };
      }
      if (query.get("after") === "A2") return { body: { data: [] } };
      const item = {
        id: "11111_22222",
        message: "Hi",
        created_time: "2026-11-01T10:00:00+0000",
        attachments: { data: [{ media_type: "photo", type: "photo" }] },
      };
      return { body: { data: [item], paging: { cursors: { after: "A2" }, next } } };
    });
    const first = await own.listPosts(access, { since, cursor: null });
    expect(JSON.stringify(first)).not.toContain("SECRET");
    expect(first).toMatchObject({
      value: {
        cursor: "A2",
        posts: [
          {
            externalId: "11111_22222",
            url: "https://www.facebook.com/permalink.php?story_fbid=22222&id=11111",
            mediaKind: "image",
            publishedAt: "2026-11-01T10:00:00.000Z",
          },
        ],
      },
    });
    const second = await own.listPosts(access, { since, cursor: "A2" });
    expect(second).toMatchObject({ value: { posts: [], cursor: "reels:" } });
    const third = await own.listPosts(access, { since, cursor: "reels:" });
    expect(third).toMatchObject({
      value: {
        cursor: null,
        posts: [
          {
            apiId: "55555",
            url: "https://www.facebook.com/reel/55555",
            mediaKind: "reel",
            durationSeconds: 12,
          },
        ],
      },
    });
  });

  it("stops at what is older than asked for, and begins again when a cursor is stale", async () => {
    const own = platform((path, query) => {
      if (query.has("after")) return { code: 100, message: "(#100) Invalid cursors values" };
      const at = (time: string) => ({ id: "11111_22222", created_time: time });
      const data = [at("2026-10-02T10:00:00+0000"), at("2026-09-02T10:00:00+0000")];
      const paging = { cursors: { after: "A2" }, next: "https://graph.facebook.com/x" };
      return { body: { data: path.endsWith("reels") ? [] : data, paging } };
    });
    const first = await own.listPosts(access, { since, cursor: null });
    expect(first).toMatchObject({ value: { cursor: "reels:", posts: [{ apiId: "11111_22222" }] } });
    expect(first.kind === "done" && first.value.posts).toHaveLength(1);
    expect(await own.listPosts(access, { since, cursor: "old" })).toMatchObject({
      kind: "refused",
      code: "provider_error",
    });
  });
});

describe("reading comments of a Page's post", () => {
  it("keeps who answered whom, and tells closed from empty", async () => {
    const item = {
      id: "c2",
      message: "Yes",
      parent: { id: "c1" },
      like_count: 0,
      comment_count: 0,
    };
    const open = platform(() => ({ body: { data: [item], summary: { can_comment: true } } }));
    expect(await open.listComments(access, post("11111_222"), { cursor: null })).toMatchObject({
      value: {
        state: "open",
        cursor: null,
        comments: [{ externalId: "c2", parentExternalId: "c1", likes: "0", authorName: null }],
      },
    });
    const closed = platform(() => ({ body: { data: [], summary: { can_comment: false } } }));
    expect(await closed.listComments(access, post("11111_222"), { cursor: null })).toMatchObject({
      value: { state: "off" },
    });
    const forbidden = platform(() => ({ code: 10 }));
    expect(await forbidden.listComments(access, post("11111_222"), { cursor: null })).toMatchObject(
      {
        kind: "failed",
        code: "permission",
        detail: expect.stringContaining("pages_read_user_content"),
      },
    );
  });
});
