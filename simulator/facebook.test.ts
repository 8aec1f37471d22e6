import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AccountPost } from "./accounts.ts";
import { startSimulator } from "./start-simulator.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let nowMs = Date.parse("2026-11-01T07:30:00Z");

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(async () => {
  nowMs = Date.parse("2026-11-01T07:30:00Z");
  await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
});
afterAll(() => simulator.close());

const SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "pages_read_user_content",
  "read_insights",
  "instagram_basic",
  "instagram_manage_insights",
];
const ACCOUNT_FIELDS =
  "id,name,access_token,tasks,instagram_business_account{id,username,name,profile_picture_url}";

const accountsOf = (...handles: string[]) =>
  simulator.book.accounts.filter(
    ({ platform, handle }) =>
      (platform === "facebook" || platform === "instagram") && handles.includes(handle),
  );

// biome-ignore lint/suspicious/noExplicitAny: whatever was answered, for `expect` to judge.
type Answer = { status: number; headers: Headers; body: any };

async function ask(path: string, token?: string, init: RequestInit = {}): Promise<Answer> {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`${simulator.url}/facebook/v26.0/${path}`, { ...init, headers });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

async function signIn(scopes = SCOPES, handles = ["papertrail.maps", "harbor.oats"]) {
  const redirectUri = "http://127.0.0.1/back";
  const code = simulator.grants.issueCode({
    server: "facebook",
    accounts: accountsOf(...handles),
    scopes,
    redirectUri,
    codeChallenge: null,
    offline: false,
  });
  const app = "client_id=app&client_secret=secret";
  const short = await ask(`oauth/access_token?${app}&redirect_uri=${redirectUri}&code=${code}`);
  const exchange = `grant_type=fb_exchange_token&fb_exchange_token=${short.body.access_token}`;
  const long = await ask(`oauth/access_token?${app}&${exchange}`);
  return { app, short, long, token: String(long.body.access_token) };
}

async function pageOf(scopes = SCOPES, handle = "papertrail.maps") {
  const { token } = await signIn(scopes, [handle]);
  const { body } = await ask(`me/accounts?fields=${ACCOUNT_FIELDS}`, token);
  const [page] = body.data;
  return { userToken: token, id: String(page.id), token: String(page.access_token), page };
}

const accountPosts = (pageId: string): AccountPost[] => {
  const account = simulator.book.find("facebook", pageId);
  return account ? simulator.book.postsOf(account, nowMs) : [];
};

/** Follows `next` to the end. */
async function listAll(path: string, token: string) {
  const pages = [];
  let answer = await ask(path, token);
  for (;;) {
    pages.push(answer.body.data);
    const next = answer.body.paging?.next;
    if (!next) return pages;
    answer = { ...answer, body: await (await fetch(next)).json() };
  }
}

describe("Facebook Login", () => {
  it("turns a code into a token of hours, and that into one of sixty days", async () => {
    const { short, long, app } = await signIn();
    expect(short.body).toMatchObject({ token_type: "bearer", expires_in: 5400 });
    expect(long.body).toMatchObject({ token_type: "bearer", expires_in: 5_184_000 });
    expect(long.headers.get("facebook-api-version")).toBe("v26.0");
    const again = await ask(`oauth/access_token?${app}&redirect_uri=x&code=used`);
    expect(again).toMatchObject({ status: 400, body: { error: { code: 100 } } });
  });

  it("exchanges no expired token", async () => {
    const { app, short } = await signIn();
    simulator.grants.end("facebook", null, "expire");
    const exchange = `grant_type=fb_exchange_token&fb_exchange_token=${short.body.access_token}`;
    const { body } = await ask(`oauth/access_token?${app}&${exchange}`);
    expect(body.error).toMatchObject({ code: 190, error_subcode: 463, type: "OAuthException" });
  });

  it("lists Pages with tokens that never end, and the Instagram accounts behind them", async () => {
    const { token } = await signIn();
    const { body } = await ask(`me/accounts?fields=${ACCOUNT_FIELDS}`, token);
    expect(body.data).toHaveLength(2);
    expect(body.data[0]).toMatchObject({
      name: "Harbor Oats",
      tasks: expect.arrayContaining(["ANALYZE"]),
      instagram_business_account: { username: "harbor.oats", name: "Harbor Oats" },
    });
    const pageToken = body.data[0].access_token;
    const debug = await ask(`debug_token?input_token=${pageToken}&access_token=a|b`);
    expect(debug.body.data).toMatchObject({
      type: "PAGE",
      is_valid: true,
      expires_at: 0,
      scopes: SCOPES,
      data_access_expires_at: nowMs / 1000 + 90 * 86_400,
    });
    nowMs += 89 * 86_400_000;
    expect((await ask("me", pageToken)).status).toBe(200);
    nowMs += 86_400_000;
    expect((await ask("me", pageToken)).body.error.code).toBe(190);
  });

  it("kills every token of a person who takes the permissions back", async () => {
    const { userToken, token } = await pageOf();
    const { body } = await ask("me/permissions", userToken);
    expect(body.data[0]).toEqual({ permission: "pages_show_list", status: "granted" });
    expect((await ask("me/permissions", userToken, { method: "DELETE" })).body).toEqual({
      success: true,
    });
    expect((await ask("me", token)).body.error).toMatchObject({ code: 190, error_subcode: 458 });
  });

  it.each([
    ["expire", 463],
    ["revoke", 458],
    ["password", 460],
  ] as const)("says of a token after %s which subcode of 190 it is", async (how, subcode) => {
    const { token, id } = await pageOf();
    simulator.grants.end("facebook", id, how);
    const { status, body } = await ask(`${id}/published_posts`, token);
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ code: 190, error_subcode: subcode });
  });
});

describe("a Page's posts", () => {
  const FIELDS = "id,message,created_time,permalink_url,full_picture,status_type,shares";
  const SUMMARIES =
    "reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count)";

  it("come whole by following next, through short and empty pages, and without reels", async () => {
    const { id, token } = await pageOf();
    const pages = await listAll(`${id}/published_posts?fields=id&limit=3`, token);
    expect(pages.some((page) => page.length === 0)).toBe(true);
    expect(pages.slice(0, -1).some((page) => page.length > 0 && page.length < 3)).toBe(true);
    const reels = (await listAll(`${id}/video_reels?limit=100`, token)).flat();
    const ids = [
      ...pages.flat().map((post: { id: string }) => post.id),
      ...reels.map((reel: { id: string }) => `${id}_${reel.id}`),
    ];
    expect(reels.length).toBeGreaterThan(5);
    expect(ids.toSorted()).toEqual(
      accountPosts(id)
        .map((post) => post.id)
        .toSorted(),
    );
  });

  it("say what they are and count, and leave shares out when there are none", async () => {
    const { id, token } = await pageOf();
    const path = `${id}/published_posts?fields=${FIELDS},${SUMMARIES},attachments{media_type}`;
    const { body } = await ask(`${path}&limit=100`, token);
    expect(body.data[0]).toMatchObject({
      id: expect.stringMatching(`^${id}_[0-9]+$`),
      created_time: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      reactions: { data: [], summary: { total_count: expect.any(Number) } },
      comments: { data: [], summary: { total_count: expect.any(Number) } },
    });
    const shares = body.data.map((post: { shares?: { count: number } }) => post.shares);
    expect(shares).toContain(undefined);
    expect(shares.filter(Boolean).every(({ count }: { count: number }) => count > 0)).toBe(true);
  });

  it("are cut by since and until", async () => {
    const { id, token } = await pageOf();
    const since = Math.floor(nowMs / 1000) - 14 * 86_400;
    const posts = (
      await listAll(`${id}/published_posts?fields=created_time&since=${since}`, token)
    ).flat();
    expect(posts.length).toBeGreaterThan(3);
    for (const { created_time } of posts) {
      expect(Date.parse(created_time)).toBeGreaterThanOrEqual(since * 1000);
    }
  });

  it.each([
    ["published_posts?limit=101", 100],
    ["published_posts?after=c3RhbGU", 100],
    ["published_posts?fields=nothing", 100],
    ["published_posts?fields=id,comments{", 2500],
    ["nowhere", 100],
  ])("refuse %s", async (path, code) => {
    const { id, token } = await pageOf();
    const { body } = await ask(`${id}/${path}`, token);
    expect(body.error).toMatchObject({ code });
  });

  it("are no longer there once they are gone, nor for another Page", async () => {
    const { id, token } = await pageOf();
    const [post] = accountPosts(id);
    simulator.gone.add(`facebook ${post?.apiId}`);
    const other = await pageOf(SCOPES, "harbor.oats");
    for (const [asked, by] of [
      [post?.id, token],
      [accountPosts(id)[1]?.id, other.token],
      ["178", token],
    ]) {
      const { body } = await ask(`${asked}`, by);
      expect(body.error).toMatchObject({ code: 100, error_subcode: 33 });
    }
  });

  it("read no more than one object at the root", async () => {
    const { token } = await pageOf();
    expect((await ask("?ids=1,2", token)).body.error.code).toBe(100);
  });
});

describe("insights of a Page's posts", () => {
  const METRICS =
    "post_media_view,post_total_media_view_unique,post_clicks,post_reactions_by_type_total";

  // Some posts have none: those that have come first.
  async function withNumbers() {
    const page = await pageOf();
    const fields = "id,insights.metric(post_clicks)";
    const { body } = await ask(`${page.id}/published_posts?fields=${fields}&limit=100`, page.token);
    const posts: { id: string; insights: { data: unknown[] } }[] = body.data;
    const ids = posts.filter(({ insights }) => insights.data.length > 0).map(({ id }) => id);
    return { ...page, ids };
  }

  it("are numbers and objects, come as a field too, and are empty for some posts", async () => {
    const { id, token, ids } = await withNumbers();
    const { body } = await ask(`${ids[0]}/insights?metric=${METRICS}`, token);
    const value = (name: string) =>
      body.data.find((metric: { name: string }) => metric.name === name).values[0].value;
    expect(body.data[0]).toMatchObject({ name: "post_media_view", period: "lifetime" });
    expect(value("post_total_media_view_unique")).toBeLessThanOrEqual(value("post_media_view"));
    expect(value("post_reactions_by_type_total")).toEqual(expect.any(Object));
    const list = await ask(
      `${id}/published_posts?fields=id,insights.metric(${METRICS})&limit=100`,
      token,
    );
    const same = list.body.data.find((post: { id: string }) => post.id === ids[0]);
    expect(same.insights.data).toEqual(body.data);
    const large = await pageOf(SCOPES, "large.one");
    const all = await listAll(
      `${large.id}/published_posts?fields=insights.metric(post_clicks)&limit=100`,
      large.token,
    );
    expect(all.flat().filter(({ insights }) => insights.data.length === 0).length).toBeLessThan(60);
    expect(all.flat().some(({ insights }) => insights.data.length === 0)).toBe(true);
  });

  it.each(["post_impressions", "post_impressions_unique", "post_clicks_unique", "x"])(
    "fail as a whole when %s is asked for",
    async (metric) => {
      const { token, ids } = await withNumbers();
      const { body } = await ask(`${ids[0]}/insights?metric=post_media_view,${metric}`, token);
      expect(body.error).toMatchObject({
        code: 100,
        message: "(#100) The value must be a valid insights metric",
      });
    },
  );

  it("lose a metric that is retired", async () => {
    const { token, ids } = await withNumbers();
    simulator.settings.retiredMetrics = ["post_clicks"];
    const refused = await ask(`${ids[0]}/insights?metric=${METRICS}`, token);
    expect(refused.body.error.code).toBe(100);
    expect((await ask(`${ids[0]}/insights?metric=post_media_view`, token)).status).toBe(200);
  });

  it("want a metric, and a Page token", async () => {
    const { token, ids, userToken } = await withNumbers();
    expect((await ask(`${ids[0]}/insights`, token)).body.error).toMatchObject({
      code: 3001,
      error_subcode: 1504028,
    });
    const byUser = await ask(`${ids[0]}/insights?metric=post_clicks`, userToken);
    expect(byUser.body.error.code).toBe(190);
  });

  it("of a reel have an edge of their own, or are asked of its post", async () => {
    const { id, token } = await withNumbers();
    const { body } = await ask(`${id}/video_reels?limit=1`, token);
    const reel = body.data[0].id;
    expect((await ask(`${reel}/insights?metric=post_media_view`, token)).body.error.message).toBe(
      "(#100) Tried accessing nonexisting field (insights) on node type (Video)",
    );
    const names = (await ask(`${reel}/video_insights`, token)).body.data;
    expect(names.map(({ name }: { name: string }) => name)).toContain("blue_reels_play_count");
    const asPost = await ask(`${id}_${reel}/insights?metric=post_video_views`, token);
    expect(asPost.body.data[0].name).toBe("post_video_views");
  });

  it.each([
    ["pages_read_engagement", (id: string) => `${id}/published_posts`, 10],
    [
      "pages_read_user_content",
      (_: string, post: string) => `${post}?fields=comments.summary(1)`,
      10,
    ],
    ["pages_read_user_content", (_: string, post: string) => `${post}/comments`, 10],
    ["read_insights", (_: string, post: string) => `${post}/insights?metric=post_clicks`, 200],
  ])("and lists need %s", async (scope, path, code) => {
    const { id, token } = await pageOf(SCOPES.filter((each) => each !== scope));
    const [post] = accountPosts(id);
    const { status, body } = await ask(path(id, post?.id ?? ""), token);
    expect(status).toBe(403);
    expect(body.error.code).toBe(code);
    expect(body.error.message).toContain(scope);
  });
});

describe("comments of a Page's post", () => {
  it("count replies apart at the top, and together in a stream", async () => {
    const { id, token } = await pageOf();
    const counts = await ask(
      `${id}/published_posts?limit=100&fields=comments.limit(0).summary(true)`,
      token,
    );
    const busy = counts.body.data.find(
      ({ comments: { summary } }: CommentsOf) =>
        summary.total_count > 3 && summary.total_count < 100,
    );
    const total = busy.comments.summary.total_count;
    const fields = "id,message,created_time,from,like_count,comment_count,parent{id}";
    const path = `${busy.id}/comments?fields=${fields}&limit=100`;
    const stream = (await listAll(`${path}&filter=stream`, token)).flat();
    const top = (await listAll(`${path}&order=reverse_chronological`, token)).flat();
    expect(stream).toHaveLength(total);
    expect(top.every((comment) => comment.parent === undefined)).toBe(true);
    const answers = top.reduce((sum, { comment_count }) => sum + comment_count, 0);
    // Answers have answers of their own.
    expect(top.length + answers).toBeLessThan(total);
    const reply = stream.find(({ parent }) => parent);
    const replies = await ask(`${reply.parent.id}/comments`, token);
    expect(replies.body.data[0]).toMatchObject({ id: reply.id, message: reply.message });
  });

  type CommentsOf = { comments: { summary: { total_count: number } } };
});
