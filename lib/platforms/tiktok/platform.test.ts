import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Answering,
  type Asked,
  settingsAt,
  startAnsweringServer,
} from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import { accountPlatform } from "../account-registry.ts";
import type { Access, AccountPost } from "../connected.ts";

const nowMs = Date.parse("2026-11-20T10:00:00Z");
const NEVER = "2020-01-01T00:00:00Z";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

const access = (changes: Partial<Access> = {}): Access => ({
  kind: "tiktok_user",
  accountExternalId: "open-id",
  accessToken: "SECRET-access",
  scopes: ["user.info.basic", "video.list"],
  rejectedMetrics: [],
  signal: new AbortController().signal,
  ...changes,
});

function platform() {
  const choice = accountPlatform("tiktok_user", readEnv(settingsAt(server.url)), {
    now: () => nowMs,
  });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.platform;
}

const ID = "7300000000000000001";
const OTHER = "7300000000000000002";
const post = (id: string, mediaKind: AccountPost["mediaKind"] = "video"): AccountPost => ({
  apiId: id,
  externalId: id,
  mediaKind,
  publishedAt: null,
});

const ok = (data: unknown): Answering => ({
  body: { data, error: { code: "ok", message: "", log_id: "1" } },
});
const error = (status: number, code: string, message = "Said SECRET-access."): Answering => ({
  status,
  body: { error: { code, message, log_id: "1" } },
});
const counts = { like_count: 12, comment_count: 3, share_count: 1, view_count: 480 };

const byPath = (answers: Record<string, Answering | ((asked: Asked) => Answering)>) =>
  server.answers((asked) => {
    const answer = answers[asked.path.split("/").slice(-3, -1).join("/")] ?? { status: 404 };
    return typeof answer === "function" ? answer(asked) : answer;
  });
const bodies = () => server.asked.map(({ body }) => JSON.parse(body));

describe("measuring an account's posts", () => {
  it("asks for 20 in one call, by POST, with the fields in the address", async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `73000000000000001${at + 10}`);
    byPath({ "video/query": ok({ videos: ids.map((id) => ({ id, ...counts })) }) });
    const result = await platform().measure(
      access(),
      ids.map((id) => post(id)),
    );
    expect(result).toMatchObject({ kind: "done", calls: 1, rejected: [] });
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      method: "POST",
      path: "/tiktok/v2/video/query/",
      headers: { authorization: "Bearer SECRET-access", "content-type": "application/json" },
    });
    expect(server.asked[0]?.query.get("fields")).toBe(
      "id,share_url,view_count,like_count,comment_count,share_count",
    );
    expect(bodies()).toEqual([{ filters: { video_ids: ids } }]);
  });

  it("keeps exact counts and ids, also when an id comes as a number (invariant 22)", async () => {
    byPath({
      "video/query": {
        body: `{"data":{"videos":[{"id":${ID},"view_count":9007199254740993,"like_count":0}]},"error":{"code":"ok"}}`,
      },
    });
    const result = await platform().measure(access(), [post(ID)]);
    expect(result.kind === "done" && result.value.get(ID)).toEqual({
      kind: "measured",
      measurements: [
        {
          source: "tiktok_display",
          definition: "tiktok_display.v2",
          payload: `{"id":${ID},"view_count":9007199254740993,"like_count":0}`,
          metrics: {
            impressions: { absent: "not_offered" },
            reach: { absent: "not_offered" },
            views: "9007199254740993",
            likes: "0",
            comments: { absent: "hidden" },
            shares: { absent: "hidden" },
            saves: { absent: "not_offered" },
            clicks: { absent: "not_offered" },
            video_views: "9007199254740993",
          },
        },
      ],
    });
  });

  it.each([
    ["by its kind", post(ID, "carousel"), undefined],
    ["by its link", post(ID), `https://www.tiktok.com/@acme/photo/${ID}`],
  ])("knows a photo post %s: it is shown, not played", async (_, one, share_url) => {
    byPath({ "video/query": ok({ videos: [{ id: ID, share_url, ...counts }] }) });
    const result = await platform().measure(access(), [one]);
    expect(result.kind === "done" && result.value.get(ID)).toMatchObject({
      measurements: [{ metrics: { views: "480", video_views: { absent: "not_offered" } } }],
    });
  });

  it("calls gone what is missing beside others, and fails an odd one alone (invariant 22)", async () => {
    const odd = { id: "7300000000000000003", view_count: "many" };
    byPath({ "video/query": ok({ videos: [{ id: ID, ...counts }, odd] }) });
    const result = await platform().measure(access(), [post(ID), post(OTHER), post(odd.id)]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect([...result.value.values()].map(({ kind }) => kind)).toEqual([
      "measured",
      "gone",
      "failed",
    ]);
    expect(result.calls).toBe(1);
  });

  it("asks the account's own list before it calls a whole batch gone", async () => {
    byPath({ "video/query": ok({ videos: [] }), "video/list": ok({ videos: [{ id: "73" }] }) });
    const gone = await platform().measure(access(), [post(ID), post(OTHER)]);
    if (gone.kind !== "done") throw new Error(gone.detail);
    expect([...gone.value.values()].map(({ kind }) => kind)).toEqual(["gone", "gone"]);
    expect(gone.calls).toBe(2);
    // The list begins with the newest of the two: its second of creation, and one more.
    const cursor = (Number(BigInt(OTHER) >> 32n) + 1) * 1000;
    expect(bodies()[1]).toEqual({ max_count: 20, cursor });

    byPath({ "video/query": ok({ videos: [] }), "video/list": ok({ videos: [{ id: ID }] }) });
    const hiccup = await platform().measure(access(), [post(ID), post(OTHER)]);
    if (hiccup.kind !== "done") throw new Error(hiccup.detail);
    expect([...hiccup.value.values()].map(({ kind }) => kind)).toEqual(["later", "later"]);

    byPath({ "video/query": ok({}), "video/list": error(401, "scope_not_authorized") });
    const lost = await platform().measure(access(), [post(ID)]);
    expect(lost).toMatchObject({ kind: "unauthorized", problem: "scope_missing", calls: 2 });
  });

  it("goes on without a field beyond its scope, and says which (invariant 18)", async () => {
    byPath({
      "video/query": ({ query }) =>
        query.get("fields")?.includes("share_count")
          ? error(400, "scope_permission_missed", "No permission for share_count.")
          : ok({ videos: [{ id: ID, ...counts, share_count: undefined }] }),
    });
    const result = await platform().measure(access(), [post(ID)]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result).toMatchObject({
      calls: 2,
      rejected: [{ name: "share_count", metric: "shares" }],
    });
    expect(result.value.get(ID)).toMatchObject({
      measurements: [{ metrics: { views: "480", shares: { absent: "permission" } } }],
    });

    const again = await platform().measure(access({ rejectedMetrics: ["share_count"] }), [
      post(ID),
    ]);
    expect(again).toMatchObject({ kind: "done", calls: 1, rejected: [] });
  });
});

describe("listing an account's posts", () => {
  const list = (since: string, cursor: string | null = null) =>
    platform().listPosts(access(), { since, cursor });

  it("describes each post under its link without the query", async () => {
    byPath({
      "video/list": ok({
        videos: [
          {
            id: ID,
            create_time: 1762000000,
            title: "",
            video_description: "hi #one",
            duration: 15,
            cover_image_url: "https://p.test/c.jpg?x-expires=1",
            share_url: `https://www.tiktok.com/@acme/video/${ID}?utm_campaign=x`,
          },
          { id: OTHER, share_url: `https://www.tiktok.com/@acme/photo/${OTHER}`, duration: 0 },
          { id: "7300000000000000003", share_url: "none" },
        ],
        cursor: 1761990000000,
        has_more: true,
      }),
    });
    const result = await list(NEVER);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result).toMatchObject({ calls: 1, value: { cursor: "1761990000000" } });
    expect(result.value.posts).toEqual([
      {
        apiId: ID,
        externalId: ID,
        url: `https://www.tiktok.com/@acme/video/${ID}`,
        authorHandle: "acme",
        authorName: null,
        title: null,
        caption: "hi #one",
        mediaKind: "video",
        durationSeconds: 15,
        thumbnailUrl: "https://p.test/c.jpg?x-expires=1",
        publishedAt: "2025-11-01T12:26:40.000Z",
      },
      expect.objectContaining({
        url: `https://www.tiktok.com/@acme/photo/${OTHER}`,
        mediaKind: "carousel",
        durationSeconds: null,
        publishedAt: null,
      }),
      expect.objectContaining({
        url: "https://www.tiktok.com/share/video/7300000000000000003",
        authorHandle: null,
      }),
    ]);
    expect(bodies()).toEqual([{ max_count: 20 }]);
  });

  it("goes on from a cursor in milliseconds until posts are too old, or the list ends", async () => {
    const videos = [
      { id: ID, create_time: 1763500000 },
      { id: OTHER, create_time: 1750000000 },
    ];
    byPath({ "video/list": ok({ videos, cursor: 1750000000000, has_more: true }) });
    const result = await list("2025-11-01T00:00:00Z", "1763600000000");
    expect(result).toMatchObject({ value: { posts: [{ apiId: ID }], cursor: null } });
    expect(result.kind === "done" && result.value.posts).toHaveLength(1);
    expect(bodies()).toEqual([{ max_count: 20, cursor: 1763600000000 }]);

    byPath({ "video/list": ok({ videos, cursor: 1750000000000, has_more: false }) });
    expect(await list(NEVER)).toMatchObject({ value: { cursor: null } });
  });

  it("has no comment texts to offer, and asks for none", async () => {
    server.answers(() => ({ status: 500 }));
    expect(await platform().listComments(access(), post(ID), { cursor: null })).toMatchObject({
      kind: "done",
      calls: 0,
      value: { state: "not_offered" },
    });
    expect(server.asked).toEqual([]);
  });
});

describe("when TikTok refuses", () => {
  it.each<[Answering, object]>([
    [
      error(401, "access_token_invalid"),
      { kind: "unauthorized", problem: "expired", refreshable: true },
    ],
    [
      error(401, "scope_not_authorized"),
      { kind: "unauthorized", problem: "scope_missing", refreshable: false },
    ],
    [error(400, "scope_permission_missed"), { kind: "failed", code: "permission" }],
    [error(400, "invalid_params"), { kind: "failed", code: "internal" }],
    [error(400, "invalid_param"), { kind: "failed", code: "internal" }],
    [
      error(429, "rate_limit_exceeded"),
      { kind: "refused", code: "rate_limited", afterSeconds: 60 },
    ],
    [
      { ...error(429, "rate_limit_exceeded"), headers: { "retry-after": "7" } },
      { kind: "refused", code: "rate_limited", afterSeconds: 7 },
    ],
    [error(500, "internal_error"), { kind: "refused", code: "provider_error" }],
    [error(200, "access_token_invalid"), { kind: "unauthorized", refreshable: true }],
    [error(200, "never_heard_of"), { kind: "refused", code: "provider_error" }],
    [error(401, "never_heard_of"), { kind: "unauthorized", refreshable: true }],
    [error(403, "never_heard_of"), { kind: "failed", code: "permission" }],
    [error(418, "never_heard_of"), { kind: "failed", code: "internal" }],
    [
      { status: 429, body: "" },
      { kind: "refused", code: "rate_limited", afterSeconds: 60 },
    ],
    [
      { status: 502, body: "<html>" },
      { kind: "refused", code: "provider_error" },
    ],
    [{ body: '{"data":{"videos":[{"id"' }, { kind: "refused", code: "provider_error" }],
    [{ body: { data: { videos: [] } } }, { kind: "refused", code: "provider_error" }],
    [ok({ videos: "none" }), { kind: "refused", code: "provider_error" }],
  ])("%j is told apart, asked once, and repeats no token", async (answer, expected) => {
    server.answers(() => answer);
    const result = await platform().measure(access(), [post(ID)]);
    expect(result).toMatchObject({ ...expected, calls: 1, detail: expect.stringMatching(/\.$/) });
    expect(JSON.stringify(result)).not.toContain("SECRET");
    expect(await platform().listPosts(access(), { since: NEVER, cursor: null })).toMatchObject(
      expected,
    );
  });
});
