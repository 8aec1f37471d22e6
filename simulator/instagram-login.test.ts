import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AccountPost } from "./accounts.ts";
import { accountPostOf } from "./posts.ts";
import { startSimulator } from "./start-simulator.ts";

const nowMs = Date.parse("2026-11-01T07:30:00Z");
const REDIRECT = "http://127.0.0.1/back";
const SCOPES = {
  instagram: [
    "instagram_business_basic",
    "instagram_business_manage_insights",
    "instagram_business_manage_comments",
  ],
  facebook: ["instagram_basic", "instagram_manage_insights", "instagram_manage_comments"],
};

type Host = keyof typeof SCOPES;

let simulator: Awaited<ReturnType<typeof startSimulator>>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(async () => {
  await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
});
afterAll(() => simulator.close());

const owner = () => {
  const account = simulator.book.accounts.find(
    ({ platform, handle }) => platform === "instagram" && handle === "papertrail.maps",
  );
  if (!account) throw new Error("The book has no such account.");
  return account;
};

const codeFor = (host: Host, scopes = SCOPES[host]) =>
  simulator.grants.issueCode({
    server: host,
    accounts: [owner()],
    scopes,
    redirectUri: REDIRECT,
    codeChallenge: null,
    offline: false,
  });

const APP = { client_id: "app", client_secret: "secret", redirect_uri: REDIRECT };

async function json(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${simulator.url}/${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

const redeem = (code: string) => {
  const body = new URLSearchParams({ ...APP, grant_type: "authorization_code", code });
  return json("instagram/oauth/access_token", { method: "POST", body });
};

async function tokenFor(host: Host, scopes = SCOPES[host]): Promise<string> {
  const code = codeFor(host, scopes);
  if (host === "instagram") return (await redeem(code)).body.access_token;
  const query = new URLSearchParams({ ...APP, code });
  return (await json(`facebook/v26.0/oauth/access_token?${query}`)).body.access_token;
}

async function read(host: Host, path: string, token?: string) {
  const authorization = `Bearer ${token ?? (await tokenFor(host))}`;
  return json(`${host}/v26.0/${path}`, { headers: { authorization } });
}

const metric = (body: { data: { name: string; values: { value: unknown }[] }[] }, name: string) =>
  body.data.find((each) => each.name === name)?.values[0]?.value;

describe("Instagram Login", () => {
  it("turns a code into a token of an hour, that into one of sixty days, and that into the next", async () => {
    const { body: short } = await redeem(codeFor("instagram"));
    expect(short).toEqual({
      access_token: expect.any(String),
      user_id: owner().id,
      permissions: SCOPES.instagram.join(","),
    });
    const exchange = "grant_type=ig_exchange_token&client_secret=secret";
    const long = await json(
      `instagram/access_token?${exchange}&access_token=${short.access_token}`,
    );
    expect(long.body).toMatchObject({ token_type: "bearer", expires_in: 5_184_000 });
    const refresh = "instagram/refresh_access_token?grant_type=ig_refresh_token&access_token=";
    const next = await json(`${refresh}${long.body.access_token}`);
    expect(next.body).toMatchObject({ token_type: "bearer", expires_in: 5_184_000 });
    expect(next.body.access_token).not.toBe(long.body.access_token);
    expect(simulator.grants.refreshes()).toEqual({ instagram: 1 });
    simulator.grants.end("instagram", null, "expire");
    const late = await json(`${refresh}${next.body.access_token}`);
    expect(late.body.error).toMatchObject({ code: 190, error_subcode: 463 });
  });

  it("refuses a code twice, in a shape of its own", async () => {
    const code = codeFor("instagram");
    await redeem(code);
    expect(await redeem(code)).toMatchObject({
      status: 400,
      body: { error_type: "OAuthException", code: 400, error_message: expect.any(String) },
    });
  });

  it("opens the account itself as me", async () => {
    const { body } = await read("instagram", "me?fields=user_id,username,name,account_type");
    expect(body).toEqual({
      id: owner().id,
      user_id: owner().id,
      username: "papertrail.maps",
      name: "Papertrail Maps",
      account_type: "BUSINESS",
    });
  });
});

describe("an Instagram account's media", () => {
  const FIELDS =
    "id,shortcode,permalink,caption,media_type,media_product_type,timestamp,like_count,comments_count";

  it("are all there at the end of next, the newest first", async () => {
    const token = await tokenFor("instagram");
    const ids = [];
    let page = await read("instagram", `${owner().id}/media?fields=id&limit=4`, token);
    for (;;) {
      ids.push(...page.body.data.map(({ id }: { id: string }) => id));
      if (!page.body.paging?.next) break;
      expect(page.body.paging.next).toContain(`access_token=${token}`);
      page = await json(page.body.paging.next.replace(`${simulator.url}/`, ""));
    }
    const own = simulator.book.postsOf(owner(), nowMs);
    expect(ids).toEqual(own.map(({ apiId }) => apiId));
  });

  it("call a reel a video, write time without a colon, and hide hidden likes", async () => {
    const { body } = await read("instagram", `${owner().id}/media?fields=${FIELDS}&limit=100`);
    const reel = body.data.find(
      (each: { media_product_type: string }) => each.media_product_type === "REELS",
    );
    expect(reel).toMatchObject({
      media_type: "VIDEO",
      permalink: `https://www.instagram.com/reel/${reel.shortcode}/`,
      timestamp: expect.stringMatching(/T\d\d:\d\d:\d\d\+0000$/),
    });
    const hidden = simulator.book
      .postsOf(owner(), nowMs)
      .filter((own) => accountPostOf(simulator, own).likesHidden);
    for (const { apiId } of hidden) {
      const media = body.data.find(({ id }: { id: string }) => id === apiId);
      if (media) expect(media).not.toHaveProperty("like_count");
    }
    expect(hidden.length).toBeGreaterThan(0);
  });

  it("have saves, shares and totals by Facebook Login only", async () => {
    const path = `${owner().id}/media?fields=saved_count,shares_count,reposts_count,total_like_count`;
    const { body } = await read("facebook", path);
    expect(body.data[1]).toMatchObject({ saved_count: expect.any(Number) });
    const refused = await read("instagram", path);
    expect(refused.body.error).toMatchObject({
      code: 100,
      message: "(#100) Tried accessing nonexisting field (saved_count) on node type (IGMedia)",
    });
  });

  it.each(["instagram", "facebook"] as const)(
    "are nobody's without their scopes on the host of %s",
    async (host) => {
      const [post] = simulator.book.postsOf(owner(), nowMs);
      for (const [scope, path] of [
        [SCOPES[host][0], `${owner().id}/media`],
        [SCOPES[host][1], `${post?.apiId}/insights?metric=views`],
        [SCOPES[host][2], `${post?.apiId}/comments`],
      ]) {
        const token = await tokenFor(
          host,
          SCOPES[host].filter((each) => each !== scope),
        );
        const { body } = await read(host, `${path}`, token);
        expect(body.error.code).toBe(10);
        expect(body.error.message).toContain(`'${scope}'`);
      }
    },
  );

  it("are unknown once gone, by shortcode, and to another's token", async () => {
    const [post, second] = simulator.book.postsOf(owner(), nowMs);
    simulator.gone.add(`instagram ${post?.apiId}`);
    for (const id of [post?.apiId, second?.id]) {
      const { body } = await read("instagram", `${id}`);
      expect(body.error).toMatchObject({ code: 100, error_subcode: 33 });
    }
  });
});

describe("insights of media", () => {
  const SET = "views,reach,likes,comments,saved,shares,total_interactions";
  const kinds = (): Record<"reel" | "feed", AccountPost> => {
    const own = simulator.book.postsOf(owner(), nowMs).slice(4);
    const reel = own.find((each) => accountPostOf(simulator, each).draw < 0.5);
    const feed = own.find((each) => accountPostOf(simulator, each).draw > 0.6);
    if (!reel || !feed) throw new Error("The book lacks a kind of post.");
    return { reel, feed };
  };

  it("count fewer people than views, the same for both hosts", async () => {
    const path = `${kinds().reel.apiId}/insights?metric=${SET}`;
    const { body } = await read("instagram", path);
    expect(Number(metric(body, "reach"))).toBeLessThanOrEqual(Number(metric(body, "views")));
    expect(body.data[0]).toMatchObject({
      period: "lifetime",
      id: `${kinds().reel.apiId}/insights/views/lifetime`,
    });
    expect((await read("facebook", path)).body).toEqual(body);
    const total = await read("instagram", `${path}&metric_type=total_value`);
    expect(total.body.data[0].total_value.value).toBe(metric(body, "views"));
  });

  it.each([
    ["instagram", "reel", "plays", "must be one of the following values"],
    ["instagram", "reel", "total_likes", "must be one of the following values"],
    ["facebook", "feed", "impressions", "must be one of the following values"],
    ["facebook", "feed", "video_views", "must be one of the following values"],
    ["facebook", "feed", "saves", "must be one of the following values"],
    ["facebook", "feed", "reels_skip_rate", "for this media product type"],
    ["facebook", "reel", "follows", "for this media product type"],
    ["facebook", "feed", "replies", "for this media product type"],
    ["facebook", "feed", "crossposted_views", "for this media product type"],
  ] as const)(
    "on the host of %s fail as a whole for a %s and %s",
    async (host, kind, name, why) => {
      const { body } = await read(host, `${kinds()[kind].apiId}/insights?metric=views,${name}`);
      expect(body.error).toMatchObject({ code: 100, message: expect.stringContaining(why) });
    },
  );

  it("have Facebook's views only of media shared there", async () => {
    const own = simulator.book.postsOf(owner(), nowMs).slice(0, 30);
    const token = await tokenFor("facebook");
    const answers = await Promise.all(
      own.map(({ apiId }) => read("facebook", `${apiId}/insights?metric=facebook_views`, token)),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 400]));
  });

  it("name the place of a retired metric", async () => {
    simulator.settings.retiredMetrics = ["reach"];
    const { body } = await read("instagram", `${kinds().reel.apiId}/insights?metric=${SET}`);
    expect(body.error.message).toMatch(/^\(#100\) metric\[1\] must be one of/);
    expect(body.error.message).not.toContain(" reach,");
  });
});

describe("comments of media", () => {
  it("stand at the top with their replies, and count up to what the media says", async () => {
    const token = await tokenFor("instagram");
    const list = await read(
      "instagram",
      `${owner().id}/media?fields=comments_count&limit=100`,
      token,
    );
    const busy = list.body.data.find(
      ({ comments_count }: { comments_count: number }) => comments_count > 5 && comments_count < 40,
    );
    const fields = "id,text,timestamp,username,from,like_count,replies{id,text,parent_id}";
    const { body } = await read(
      "instagram",
      `${busy.id}/comments?fields=${fields}&limit=50`,
      token,
    );
    const replies = body.data.flatMap(
      (comment: { replies?: { data: unknown[] } }) => comment.replies?.data ?? [],
    );
    expect(body.data.length + replies.length).toBe(busy.comments_count);
    const answered = body.data.find((comment: object) => "replies" in comment);
    const own = await read("instagram", `${answered.id}/replies?fields=id,text,parent_id`, token);
    expect(own.body.data).toEqual(answered.replies.data);
    expect((await read("instagram", `${busy.id}/comments?limit=51`, token)).status).toBe(400);
  });
});
