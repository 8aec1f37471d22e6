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
const READING = "https://www.googleapis.com/auth/youtube.readonly";
const ANALYTICS = "https://www.googleapis.com/auth/yt-analytics.readonly";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

const access = (changes: Partial<Access> = {}): Access => ({
  kind: "youtube_channel",
  accountExternalId: "UCabc",
  accessToken: "SECRET-access",
  scopes: [READING],
  rejectedMetrics: [],
  signal: new AbortController().signal,
  ...changes,
});

function platform() {
  const settings = readEnv(settingsAt(server.url));
  const choice = accountPlatform("youtube_channel", settings, { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.platform;
}

const post = (id: string, publishedAt: string | null = "2026-11-01T10:00:00Z"): AccountPost => ({
  apiId: id,
  externalId: id,
  mediaKind: "video",
  publishedAt,
});

const methodOf = ({ path }: Asked) => path.split("/").at(-1);
const methods = () => server.asked.map(methodOf);

/** Answers each method with its own body. */
const byMethod = (answers: Record<string, Answering | ((asked: Asked) => Answering)>) =>
  server.answers((asked) => {
    const answer = answers[methodOf(asked) ?? ""] ?? { status: 404, body: {} };
    return typeof answer === "function" ? answer(asked) : answer;
  });

const stats = (id: string, statistics: unknown) => ({ kind: "youtube#videoStats", id, statistics });
const counts = { viewCount: "480", likeCount: "12", commentCount: "3" };
const echo = ({ query }: Asked) => ({
  body: { items: (query.get("id") ?? "").split(",").map((id) => stats(id, counts)) },
});

const error = (code: number, reason: string, more: object = {}) => ({
  status: code,
  body: { error: { code, message: "Said SECRET-access.", errors: [{ reason }], ...more } },
});

describe("measuring a channel's videos", () => {
  it("asks for 50 videos in one call, and for 1,000 in 20", async () => {
    byMethod({ "videos:batchGetStats": echo });
    const batches = Array.from({ length: 20 }, (_, at) =>
      Array.from({ length: 50 }, (_, index) => post(`video-${at}-${index}`)),
    );
    for (const batch of batches) {
      const result = await platform().measure(access(), batch);
      expect(result).toMatchObject({ kind: "done", calls: 1, rejected: [] });
    }
    expect(methods()).toEqual(batches.map(() => "videos:batchGetStats"));
    expect(server.asked[0]?.headers.authorization).toBe("Bearer SECRET-access");
    expect(server.asked[0]?.query.get("id")?.split(",")).toHaveLength(50);
  });

  it("keeps exact counts, and takes an absent one for hidden, not for none (invariant 22)", async () => {
    byMethod({
      "videos:batchGetStats": {
        body: { items: [stats("a", { viewCount: "9007199254740993" })] },
      },
    });
    const result = await platform().measure(access(), [post("a")]);
    expect(result.kind === "done" && result.value.get("a")).toEqual({
      kind: "measured",
      measurements: [
        {
          source: "youtube_data",
          definition: "youtube_data.2026-08-27",
          payload:
            '{"kind":"youtube#videoStats","id":"a","statistics":{"viewCount":"9007199254740993"}}',
          metrics: {
            impressions: { absent: "not_offered" },
            reach: { absent: "not_offered" },
            views: "9007199254740993",
            likes: { absent: "hidden" },
            comments: { absent: "hidden" },
            shares: { absent: "not_offered" },
            saves: { absent: "not_offered" },
            clicks: { absent: "not_offered" },
            video_views: "9007199254740993",
          },
        },
      ],
    });
  });

  it("asks again for what is left out, and only for that, before it is called gone", async () => {
    byMethod({
      "videos:batchGetStats": { body: { items: [stats("a", counts)] } },
      videos: { body: { items: [stats("private", counts)] } },
    });
    const result = await platform().measure(access(), [post("a"), post("private"), post("gone")]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect([...result.value].map(([id, { kind }]) => [id, kind])).toEqual([
      ["a", "measured"],
      ["private", "measured"],
      ["gone", "gone"],
    ]);
    expect(result.calls).toBe(2);
    expect(server.asked[1]?.query.get("id")).toBe("private,gone");
  });

  it.each([
    ["refused", error(503, "backendError")],
    ["without an id", { body: { items: [{ statistics: counts }] } }],
  ])("calls nothing gone while the second answer is %s", async (_, videos) => {
    byMethod({ "videos:batchGetStats": { body: { items: [stats("a", counts)] } }, videos });
    const result = await platform().measure(access(), [post("a"), post("b")]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.value.get("a")?.kind).toBe("measured");
    expect(result.value.get("b")?.kind).toBe("later");
  });

  it.each([404, 400, 405])(
    "falls back to videos.list where the method is unknown (%i)",
    async (status) => {
      byMethod({ "videos:batchGetStats": { status, body: "<html>" }, videos: echo });
      const result = await platform().measure(access(), [post("a")]);
      if (result.kind !== "done") throw new Error(result.detail);
      expect(result.value.get("a")?.kind).toBe("measured");
      expect(result.calls).toBe(2);
    },
  );

  it("fails one odd video and measures the others (invariant 22)", async () => {
    byMethod({
      "videos:batchGetStats": {
        body: { items: [stats("odd", { viewCount: "many" }), stats("a", counts)] },
      },
    });
    const result = await platform().measure(access(), [post("odd"), post("a")]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.value.get("odd")).toMatchObject({ kind: "failed", code: "provider_error" });
    expect(result.value.get("a")?.kind).toBe("measured");
  });
});

describe("Analytics beside the counts", () => {
  const owner = access({ scopes: [READING, ANALYTICS] });
  const table = (names: string[], rows?: unknown[]) => ({
    body: { columnHeaders: ["video", ...names].map((name) => ({ name })), ...(rows && { rows }) },
  });
  const NAMES = ["views", "likes", "comments", "shares"];

  it("adds a second measurement where the report has a row, for one more request and no unit", async () => {
    byMethod({
      "videos:batchGetStats": echo,
      reports: table(NAMES, [["a", 400, 11, 2, 7]]),
    });
    const result = await platform().measure(owner, [
      post("a", "2026-11-02T03:00:00Z"),
      post("b", "2026-11-10T00:00:00Z"),
      post("new", "2026-11-19T00:00:00Z"),
    ]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.calls).toBe(1);
    const sources = [...result.value.values()].map((outcome) =>
      outcome.kind === "measured" ? outcome.measurements.map(({ source }) => source) : [],
    );
    const [data, both] = [["youtube_data"], ["youtube_data", "youtube_analytics"]];
    expect(sources).toEqual([both, data, data]);
    expect(result.value.get("a")).toMatchObject({
      measurements: [
        {},
        {
          definition: "youtube_analytics.v2",
          metrics: { views: "400", likes: "11", comments: "2", shares: "7", video_views: "400" },
        },
      ],
    });
    expect(Object.fromEntries(server.asked[1]?.query ?? [])).toEqual({
      ids: "channel==MINE",
      // In Los Angeles it was still the day before.
      startDate: "2026-11-01",
      endDate: "2026-11-20",
      dimensions: "video",
      filters: "video==a,b",
      metrics: "views,likes,comments,shares",
      sort: "-views",
      maxResults: "200",
    });
  });

  it.each([
    ["without its scope", access(), "2026-11-01T10:00:00Z"],
    ["for new videos alone", owner, "2026-11-19T10:00:00Z"],
    ["for a day after it was refused", { ...owner, rejectedMetrics: ["youtube_analytics"] }, null],
  ])("is not asked %s", async (_, who, publishedAt) => {
    byMethod({ "videos:batchGetStats": echo });
    await platform().measure(who, [post("a", publishedAt)]);
    expect(methods()).toEqual(["videos:batchGetStats"]);
  });

  it.each([
    ["youtube_analytics", error(403, "forbidden")],
    ["youtube_analytics", error(400, "badRequest")],
    ["youtube_analytics (this time)", error(503, "backendError")],
    ["youtube_analytics (this time)", error(429, "rateLimitExceeded")],
    ["youtube_analytics (this time)", { body: "{" }],
  ])(
    "never blanks the counts: its failure is recorded as %s (invariant 18)",
    async (name, reports) => {
      byMethod({ "videos:batchGetStats": echo, reports });
      const result = await platform().measure(owner, [post("a")]);
      if (result.kind !== "done") throw new Error(result.detail);
      expect(result.value.get("a")).toMatchObject({ measurements: [{ source: "youtube_data" }] });
      expect(result.rejected).toEqual([
        { name, metric: null, detail: expect.stringMatching(/\.$/) },
      ]);
    },
  );

  it("goes on without a metric that is refused by its name (invariant 18)", async () => {
    byMethod({
      "videos:batchGetStats": echo,
      reports: ({ query }) =>
        query.get("metrics")?.includes("shares")
          ? error(400, "badRequest", { message: "Unknown identifier (shares) given." })
          : table(["views", "likes", "comments"], [["a", 400, -2, 2]]),
    });
    const result = await platform().measure(owner, [post("a")]);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.rejected).toMatchObject([{ name: "shares", metric: "shares" }]);
    expect(result.value.get("a")).toMatchObject({
      measurements: [
        {},
        { metrics: { views: "400", shares: { absent: "error" }, likes: { absent: "error" } } },
      ],
    });
  });
});

describe("listing a channel's uploads", () => {
  const upload = (videoId: string, videoPublishedAt?: string) => ({
    snippet: {
      title: `Title ${videoId}`,
      description: videoId === "short" ? "See #shorts" : "D",
      channelTitle: "Acme",
      publishedAt: "2026-11-18T00:00:00Z",
      thumbnails: {
        high: { url: "https://i.test/h.jpg" },
        fhd: { url: "https://i.test/f.jpg", width: 1920 },
      },
    },
    contentDetails: { videoId, ...(videoPublishedAt && { videoPublishedAt }) },
  });
  const list = (since: string, cursor: string | null = null) =>
    platform().listPosts(access(), { since, cursor });

  it("describes each video, and leaves out those that are not published", async () => {
    byMethod({
      playlistItems: {
        body: {
          items: [
            upload("to-come"),
            upload("short", "2026-11-18T10:00:00Z"),
            upload("odd", "last Tuesday"),
          ],
          nextPageToken: "NEXT",
        },
      },
    });
    const result = await list(NEVER);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result).toMatchObject({ calls: 1, value: { cursor: "NEXT" } });
    expect(result.value.posts).toEqual([
      {
        apiId: "short",
        externalId: "short",
        url: "https://www.youtube.com/watch?v=short",
        authorHandle: null,
        authorName: "Acme",
        title: "Title short",
        caption: "See #shorts",
        mediaKind: "short",
        durationSeconds: null,
        thumbnailUrl: "https://i.test/f.jpg",
        publishedAt: "2026-11-18T10:00:00.000Z",
      },
      expect.objectContaining({ apiId: "odd", publishedAt: null, mediaKind: "video" }),
    ]);
    expect(Object.fromEntries(server.asked[0]?.query ?? [])).toMatchObject({
      playlistId: "UUabc",
      maxResults: "50",
    });
  });

  it("stops where posts are older than asked for, and goes on from a cursor until then", async () => {
    const items = [upload("a", "2026-11-10T00:00:00Z"), upload("b", "2026-10-01T00:00:00Z")];
    byMethod({ playlistItems: { body: { items, nextPageToken: "NEXT" } } });
    const result = await list("2026-11-01T00:00:00Z", "PAGE");
    expect(result).toMatchObject({ value: { posts: [{ apiId: "a" }], cursor: null } });
    expect(server.asked[0]?.query.get("pageToken")).toBe("PAGE");
  });

  it("asks the channel for its playlist where the derived one is unknown", async () => {
    const playlists = { relatedPlaylists: { uploads: "UUother" } };
    byMethod({
      playlistItems: ({ query }) =>
        query.get("playlistId") === "UUother"
          ? { body: { items: [upload("a", "2026-11-10T00:00:00Z")] } }
          : error(404, "playlistNotFound"),
      channels: { body: { items: [{ id: "UCabc", contentDetails: playlists }] } },
    });
    const result = await list(NEVER);
    expect(result).toMatchObject({ calls: 3, value: { posts: [{ apiId: "a" }], cursor: null } });
  });

  it.each([
    ["never published", [{ contentDetails: { relatedPlaylists: { uploads: "UUabc" } } }], "done"],
    ["is gone", undefined, "failed"],
  ])("a channel that %s", async (_, items, kind) => {
    byMethod({ playlistItems: error(404, "playlistNotFound"), channels: { body: { items } } });
    expect(await list(NEVER)).toMatchObject({ kind, calls: 2 });
  });
});

describe("when YouTube refuses", () => {
  const invalidKey = { details: [{ reason: "API_KEY_INVALID" }], status: "INVALID_ARGUMENT" };
  it.each([
    [
      error(403, "quotaExceeded"),
      // A list spends the general bucket: measuring, which has its own, goes on.
      { kind: "failed", code: "quota" },
    ],
    [error(403, "dailyLimitExceeded"), { kind: "failed", code: "quota" }],
    [error(403, "rateLimitExceeded"), { kind: "refused", code: "rate_limited" }],
    [
      error(429, "userRateLimitExceeded"),
      { kind: "refused", code: "rate_limited", limit: "account" },
    ],
    [error(403, "", { status: "RESOURCE_EXHAUSTED" }), { kind: "refused", code: "rate_limited" }],
    [
      { ...error(429, "?"), headers: { "retry-after": "17" } },
      { kind: "refused", code: "rate_limited", afterSeconds: 17 },
    ],
    [error(400, "badRequest", invalidKey), { kind: "failed", code: "not_configured" }],
    [error(400, "keyInvalid"), { kind: "failed", code: "not_configured" }],
    [error(403, "accessNotConfigured"), { kind: "failed", code: "not_configured" }],
    [error(403, "", { details: [{ reason: "SERVICE_DISABLED" }] }), { code: "not_configured" }],
    [error(403, "ipRefererBlocked"), { kind: "failed", code: "not_configured" }],
    [error(403, "forbidden"), { kind: "failed", code: "permission" }],
    [error(403, "insufficientPermissions"), { kind: "failed", code: "permission" }],
    [error(401, "authError"), { kind: "unauthorized", problem: "expired", refreshable: true }],
    [error(401, "", { status: "UNAUTHENTICATED" }), { kind: "unauthorized", refreshable: true }],
    [error(400, "invalidPageToken"), { kind: "failed", code: "internal" }],
    [error(400, "missingRequiredParameter"), { kind: "failed", code: "internal" }],
    [error(500, "backendError"), { kind: "refused", code: "provider_error" }],
    [error(503, "", { status: "SERVICE_UNAVAILABLE" }), { code: "provider_error" }],
    [
      { status: 502, body: "<html>" },
      { kind: "refused", code: "provider_error" },
    ],
    [
      { status: 403, body: "<html>" },
      { kind: "failed", code: "permission" },
    ],
    [error(403, "neverHeardOf"), { kind: "failed", code: "permission" }],
    [error(418, "neverHeardOf"), { kind: "failed", code: "internal" }],
    [{ body: "[]" }, { kind: "refused", code: "provider_error" }],
  ])("%j is told apart, and repeats no token", async (answer, expected) => {
    server.answers(() => answer);
    const result = await platform().listPosts(access(), { since: NEVER, cursor: null });
    expect(result).toMatchObject({ ...expected, calls: 1, detail: expect.stringMatching(/\.$/) });
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });

  it.each([
    [error(403, "quotaExceeded"), { kind: "refused", code: "quota" }],
    [error(401, "authError"), { kind: "unauthorized", refreshable: true }],
    [error(400, "badRequest", invalidKey), { kind: "failed", code: "not_configured" }],
  ])("a batch is refused with %j and not asked in another way", async (answer, expected) => {
    server.answers(() => answer);
    const result = await platform().measure(access(), [post("a")]);
    expect(result).toMatchObject(expected);
    expect(result).not.toHaveProperty("limit");
    expect(server.asked).toHaveLength(1);
  });
});
