import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsAt, startAnsweringServer } from "../../../tests/support/answering-server.ts";
import { batchOf, type GraphSaid, graphAnswers } from "../../../tests/support/graph-answers.ts";
import { readEnv } from "../../env.ts";
import type { Access, AccountPost, PostOutcome } from "../connected.ts";
import { instagramPlatform } from "./platform.ts";

let server: Awaited<ReturnType<typeof startAnsweringServer>>;
const nowMs = Date.parse("2026-11-10T10:00:00Z");
const TOKEN = "EAASECRETSECRETSECRETSECRETSECRET";

beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

const NUMBERS: Record<string, number> = {
  views: 480,
  reach: 300,
  likes: 12,
  comments: 3,
  saved: 2,
  shares: 1,
};
const insights = (names: string[]) => ({
  body: {
    data: names.map((name) => ({ name, period: "lifetime", values: [{ value: NUMBERS[name] }] })),
    paging: { next: `https://graph.facebook.com/?access_token=${TOKEN}` },
  },
});
const metricsIn = (query: URLSearchParams) => (query.get("metric") ?? "").split(",");

function post(apiId: string, mediaKind: AccountPost["mediaKind"] = "reel"): AccountPost {
  return { apiId, externalId: `C${apiId}`, mediaKind, publishedAt: "2026-11-01T10:00:00.000Z" };
}

async function measure(
  posts: AccountPost[],
  say: (path: string, query: URLSearchParams) => GraphSaid,
  options: {
    kind?: "instagram_page" | "instagram_user";
    rejected?: string[];
    headers?: Record<string, string>;
  } = {},
) {
  const kind = options.kind ?? "instagram_page";
  server.answers(graphAnswers(say, options.headers));
  const choice = instagramPlatform(kind, readEnv(settingsAt(server.url)), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  const access: Access = {
    kind,
    accountExternalId: "17841",
    accessToken: TOKEN,
    scopes: [],
    rejectedMetrics: options.rejected ?? [],
    signal: new AbortController().signal,
  };
  const result = await choice.platform.measure(access, posts);
  expect(
    JSON.stringify(result, (_, value) => (value instanceof Map ? [...value] : value)),
  ).not.toContain("SECRET");
  return result;
}

function metricsOf(outcome: PostOutcome | undefined) {
  if (outcome?.kind !== "measured") throw new Error(JSON.stringify(outcome));
  return outcome.measurements[0]?.metrics;
}

async function measured(posts: AccountPost[], say: Parameters<typeof measure>[1], options = {}) {
  const result = await measure(posts, say, options);
  if (result.kind !== "done") throw new Error(JSON.stringify(result));
  return { ...result, metrics: posts.map(({ apiId }) => metricsOf(result.value.get(apiId))) };
}

const FIELDS = {
  id: "1",
  like_count: 11,
  comments_count: 4,
  saved_count: 5,
  shares_count: 6,
  total_views_count: 700,
};

/** A Graph whose insights know only these names, and say so in these words. */
const knowing =
  (known: string[], words: (index: number, name: string) => string) =>
  (path: string, query: URLSearchParams): GraphSaid => {
    if (!path.endsWith("/insights")) return { body: { ...FIELDS, id: path } };
    const names = metricsIn(query);
    const index = names.findIndex((name) => !known.includes(name));
    const name = names[index];
    return name === undefined ? insights(names) : { code: 100, message: words(index, name) };
  };

describe("measuring Instagram posts", () => {
  it("reads 49 posts with one request: their insights and one list of fields", async () => {
    const posts = Array.from({ length: 49 }, (_, index) => post(String(1000 + index)));
    const result = await measured(posts, (path, query) =>
      path.endsWith("/insights")
        ? insights(metricsIn(query))
        : { body: { data: posts.map(({ apiId }) => ({ ...FIELDS, id: apiId })) } },
    );
    expect(server.asked).toHaveLength(1);
    expect(result.calls).toBe(50);
    const [first] = server.asked;
    if (!first) throw new Error("Nothing was asked.");
    expect(batchOf(first)[1]).toBe("1000/insights?metric=views,reach,likes,comments,saved,shares");
    expect(batchOf(first)[0]).toMatch(
      /^17841\/media\?fields=.*&since=1793527199&until=1793527201$/,
    );
    const form = new URLSearchParams(first.body);
    expect(form.get("access_token")).toBe(TOKEN);
    const proof = createHmac("sha256", "simulator-secret").update(TOKEN).digest("hex");
    expect(form.get("appsecret_proof")).toBe(proof);
    expect(result.metrics[0]).toEqual({
      impressions: "480",
      reach: "300",
      views: "480",
      likes: "12",
      comments: "3",
      shares: "1",
      saves: "2",
      clicks: { absent: "not_offered" },
      video_views: "480",
    });
    expect(result.value.get("1000")).toMatchObject({
      measurements: [
        {
          source: "instagram_graph",
          definition: "instagram_graph.v26",
          payload: expect.stringMatching(/^\{"media":\{.*"insights":\[/),
        },
      ],
    });
  });

  it("asks each post by itself at graph.instagram.com, with the token in a header", async () => {
    const posts = [post("1"), post("2", "image")];
    const result = await measured(
      posts,
      (path, query) =>
        path.endsWith("/insights")
          ? insights(metricsIn(query))
          : { body: { data: posts.map(({ apiId }) => ({ id: apiId, like_count: 1 })) } },
      { kind: "instagram_user" },
    );
    expect(result.calls).toBe(3);
    expect(server.asked.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      "GET /instagram/v26.0/1/insights",
      "GET /instagram/v26.0/17841/media",
      "GET /instagram/v26.0/2/insights",
    ]);
    for (const { headers, query } of server.asked) {
      expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(query.has("access_token")).toBe(false);
    }
    expect(result.metrics[1]?.video_views).toEqual({ absent: "not_offered" });
  });

  it("fills from plain fields what insights lack, and never a count with advertisements in it", async () => {
    const { metrics } = await measured([post("1")], (path) =>
      path.endsWith("/insights") ? { body: { data: [] } } : { body: FIELDS },
    );
    expect(metrics[0]).toMatchObject({
      likes: "11",
      comments: "4",
      saves: "5",
      shares: "6",
      views: { absent: "not_offered" },
      reach: { absent: "not_offered" },
    });
  });

  it("calls likes hidden that are left out, and young numbers pending", async () => {
    const young = { ...post("1"), publishedAt: "2026-11-09T10:00:00.000Z" };
    const { metrics } = await measured([young], (path) =>
      path.endsWith("/insights")
        ? { body: { data: [] } }
        : { body: { id: "1", comments_count: 0 } },
    );
    expect(metrics[0]).toMatchObject({
      likes: { absent: "hidden" },
      comments: "0",
      views: { absent: "pending" },
      saves: { absent: "pending" },
    });
  });

  it.each([
    ["by name", (_: number, name: string) => `(#100) The ${name} metric is not available`],
    [
      "by place",
      (index: number) =>
        `(#100) metric[${index}] must be one of the following values: views, likes`,
    ],
    ["not at all", () => "(#100) The value must be a valid insights metric"],
  ])("loses one retired metric alone when it is named %s (invariant 18)", async (_, words) => {
    const posts = Array.from({ length: 10 }, (__, index) => post(String(index + 1)));
    const result = await measured(
      posts,
      knowing(["views", "likes", "comments", "saved", "shares"], words),
    );
    for (const metrics of result.metrics) {
      expect(metrics).toMatchObject({ views: "480", likes: "12", saves: "2", shares: "1" });
      expect(metrics?.reach).toEqual({ absent: "not_offered" });
    }
    expect(result.rejected).toEqual([
      { name: "reach", metric: "reach", detail: expect.stringContaining("(#100)") },
    ]);
  });

  it("does not ask for what was refused within the day, and still says that it is missing", async () => {
    const result = await measured(
      [post("1")],
      knowing(["views"], (_, name) => `${name}: metric`),
      {
        rejected: ["reach", "likes", "comments", "saved", "shares"],
      },
    );
    expect(result.metrics[0]).toMatchObject({ views: "480", reach: { absent: "not_offered" } });
    expect(result.rejected).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it("keeps a metric for other posts that one kind of post does not have (invariant 18)", async () => {
    const says = "does not support the saved metric for this media product type";
    const say = (path: string, query: URLSearchParams): GraphSaid => {
      if (!path.endsWith("/insights")) return { body: { id: path } };
      const names = metricsIn(query);
      return path.startsWith("1/") && names.includes("saved")
        ? { code: 100, message: `(#100) The API ${says}.` }
        : insights(names);
    };
    const result = await measured([post("1"), post("2")], say);
    expect(result.metrics).toMatchObject([{ saves: { absent: "not_offered" } }, { saves: "2" }]);
    expect(result.rejected).toEqual([]);
    expect((await measured([post("1")], say)).rejected).toEqual([]);
  });

  it("probes one of many posts that were refused alike, and spares the others", async () => {
    const posts = Array.from({ length: 5 }, (_, index) => post(String(index + 1)));
    const result = await measured(posts, (path, query) => {
      if (!path.endsWith("/insights")) return { body: { id: path } };
      const names = metricsIn(query);
      if (!names.includes("saved")) return insights(names);
      const why = names.length > 1 ? "Invalid parameter" : "Not for this media product type";
      return { code: 100, message: `(#100) ${why}` };
    });
    expect(result.metrics.map((metrics) => metrics?.saves)).toEqual(
      posts.map(() => ({ absent: "not_offered" })),
    );
    expect(result.metrics[4]).toMatchObject({ views: "480", shares: "1" });
    const asked = server.asked.filter(({ body }) => body.includes("insights"));
    expect(
      asked.map((each) => batchOf(each).filter((url) => url.includes("insights")).length),
    ).toEqual([5, 6, 4]);
  });

  it("tells a post that knows no metric from ten retired ones", async () => {
    const result = await measured([post("1")], (path) =>
      path.endsWith("/insights")
        ? { code: 100, subcode: 2108006, message: "(#100) Posted before the conversion" }
        : { body: FIELDS },
    );
    expect(result.rejected).toEqual([]);
    expect(result.metrics[0]).toMatchObject({ likes: "11", reach: { absent: "error" } });
  });

  it("stores nothing where too few have seen it", async () => {
    const { metrics } = await measured([post("1")], (path) =>
      path.endsWith("/insights")
        ? { code: 10, message: "(#10) Not enough viewers for the media to show insights" }
        : { body: FIELDS },
    );
    expect(metrics[0]).toMatchObject({ likes: "11", views: { absent: "not_offered" } });
  });

  it("counts without insights when only those are not allowed", async () => {
    const { metrics } = await measured([post("1")], (path) =>
      path.endsWith("/insights") ? { code: 10 } : { body: FIELDS },
    );
    expect(metrics[0]).toMatchObject({ likes: "11", saves: "5", reach: { absent: "permission" } });
  });

  it("leaves for later only what a batch left out", async () => {
    const result = await measure([post("1"), post("2")], (path, query) => {
      if (path === "2/insights") return null;
      return path.endsWith("/insights") ? insights(metricsIn(query)) : { body: { id: path } };
    });
    if (result.kind !== "done") throw new Error(result.kind);
    expect([...result.value.values()].map(({ kind }) => kind)).toEqual(["measured", "later"]);
  });

  it("keeps what was measured before the limit came, and tells that it came", async () => {
    const result = await measure([post("1"), post("2")], (path, query) => {
      if (path === "2/insights") return { code: 80002 };
      return path.endsWith("/insights")
        ? insights(metricsIn(query))
        : {
            body: {
              data: [
                { ...FIELDS, id: "1" },
                { ...FIELDS, id: "2" },
              ],
            },
          };
    });
    expect(result).toMatchObject({ kind: "done", usage: { percent: 100, limit: "account" } });
    if (result.kind !== "done") return;
    expect([...result.value.values()].map(({ kind }) => kind)).toEqual(["measured", "later"]);
  });
});

describe("when Meta refuses everything", () => {
  const unauthorized = (problem: string) => ({ kind: "unauthorized", problem, refreshable: false });
  const permission = {
    kind: "failed",
    code: "permission",
    detail: expect.stringContaining("instagram_basic"),
  };
  const limited = { kind: "refused", code: "rate_limited", afterSeconds: 300 };

  it.each([
    [190, 463, unauthorized("expired")],
    [190, 467, unauthorized("revoked")],
    [190, 460, unauthorized("password_changed")],
    [190, 458, unauthorized("revoked")],
    [190, 459, unauthorized("checkpoint")],
    [190, 464, unauthorized("checkpoint")],
    [190, 492, unauthorized("no_page_role")],
    [190, undefined, unauthorized("revoked")],
    [102, undefined, unauthorized("revoked")],
    [10, undefined, permission],
    [200, undefined, permission],
    [299, undefined, permission],
    [3, undefined, permission],
    [283, undefined, permission],
    [4, undefined, limited],
    [17, undefined, limited],
    [32, undefined, limited],
    [613, undefined, limited],
    [80001, undefined, limited],
    [80002, undefined, limited],
    [341, undefined, { ...limited, afterSeconds: 21_600 }],
    [368, undefined, { ...limited, afterSeconds: 21_600 }],
    [1, undefined, { kind: "refused", code: "provider_error" }],
    [2, undefined, { kind: "refused", code: "provider_error" }],
  ])("code %i, subcode %s", async (code, subcode, expected) => {
    const message = `(#${code}) Refused for access_token=${TOKEN}`;
    const said = subcode === undefined ? { code, message } : { code, subcode, message };
    const each = await measure([post("1"), post("2")], () => said);
    expect(each).toMatchObject(expected);
    // The same for the batch as a whole.
    server.answers(() => ({
      status: 400,
      body: { error: { code, error_subcode: subcode, message } },
    }));
    const choice = instagramPlatform("instagram_page", readEnv(settingsAt(server.url)));
    if (choice.kind !== "ready") throw new Error(choice.detail);
    const access: Access = {
      kind: "instagram_page",
      accountExternalId: "17841",
      accessToken: TOKEN,
      scopes: [],
      rejectedMetrics: [],
      signal: new AbortController().signal,
    };
    expect(await choice.platform.measure(access, [post("1")])).toMatchObject(expected);
    const listed = await choice.platform.listPosts(access, { since: "2026-10-01", cursor: null });
    expect(listed).toMatchObject(expected);
    expect(JSON.stringify(listed)).not.toContain("SECRET");
  });

  it("takes the minutes of the header", async () => {
    const usage = {
      "17841": [{ type: "instagram", call_count: 100, estimated_time_to_regain_access: 19 }],
    };
    const headers = { "x-business-use-case-usage": JSON.stringify(usage) };
    expect(await measure([post("1")], () => ({ code: 80002 }), { headers })).toMatchObject({
      code: "rate_limited",
      afterSeconds: 1140,
    });
  });

  it.each([80002, 190])("asks nothing more after code %i", async (code) => {
    const posts = Array.from({ length: 20 }, (_, index) => post(String(index + 1)));
    const result = await measure(posts, () => ({ code }), { kind: "instagram_user" });
    expect(result.calls).toBe(4);
    expect(server.asked).toHaveLength(4);
  });

  it("is told of the limit first, whatever else went wrong beside it", async () => {
    const result = await measure([post("1"), post("2")], (path) => {
      if (path === "1/insights") return null;
      if (path === "2/insights") return { code: 80002 };
      return { body: { data: [{ id: "1" }, { id: "2" }] } };
    });
    expect(result).toMatchObject({ kind: "refused", code: "rate_limited" });
  });

  it("calls an object gone that is not there or not visible", async () => {
    const result = await measure([post("1")], () => ({ code: 100, subcode: 33 }));
    expect(result).toMatchObject({ kind: "done" });
    if (result.kind === "done") expect(result.value.get("1")).toMatchObject({ kind: "gone" });
  });

  it.each([
    [502, "<html>Bad gateway</html>"],
    [200, "cut {"],
    [
      500,
      { error: { message: "An unknown error has occurred.", type: "OAuthException", code: 1 } },
    ],
  ])("status %i with %j is a passing thing", async (status, body) => {
    server.answers(() => ({ status, body }));
    const choice = instagramPlatform("instagram_user", readEnv(settingsAt(server.url)));
    if (choice.kind !== "ready") throw new Error(choice.detail);
    const access: Access = {
      kind: "instagram_user",
      accountExternalId: "17841",
      accessToken: TOKEN,
      scopes: [],
      rejectedMetrics: [],
      signal: new AbortController().signal,
    };
    expect(await choice.platform.measure(access, [post("1")])).toMatchObject({
      kind: "refused",
      code: "provider_error",
      detail: expect.stringMatching(/\.$/),
    });
  });
});
