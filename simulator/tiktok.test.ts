import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Account, AccountPost } from "./accounts.ts";
import { startSimulator } from "./start-simulator.ts";
import { tiktokLinkItem } from "./tiktok-items.ts";
import { walkConsent } from "./walk-consent.ts";

const BACK = "https://app.example/back";
const VERIFIER = "v".repeat(43);
const CLIENT = { client_key: "simulator", client_secret: "simulator-secret" };
const FIELDS = "id,create_time,view_count,like_count,comment_count,share_count";

const nowMs = Date.parse("2026-11-01T07:30:00Z");
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let account: Account;
let posts: AccountPost[];

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
  const [first] = simulator.book.accounts.filter(({ platform }) => platform === "tiktok");
  if (!first) throw new Error("The book has no TikTok account.");
  account = first;
  posts = simulator.book.postsOf(account, nowMs);
});
beforeEach(() => control("reset"));
afterAll(() => simulator.close());

const control = (path: string, body: unknown = {}) =>
  fetch(`${simulator.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) });

async function codeOf(scopes?: string[]) {
  const url = new URL(`${simulator.url}/tiktok/v2/auth/authorize/`);
  const asked = {
    client_key: "simulator",
    response_type: "code",
    redirect_uri: BACK,
    scope: "user.info.basic,video.list",
    // TikTok's own spelling of the challenge.
    code_challenge: createHash("sha256").update(VERIFIER).digest("hex"),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const back = await walkConsent(url, scopes ? { scopes } : {});
  expect(back.searchParams.get("scopes")).toBe(
    (scopes ?? ["user.info.basic", "video.list"]).join(),
  );
  return back.searchParams.get("code") ?? "";
}

async function oauth(path: string, form: Record<string, string>) {
  const body = new URLSearchParams({ ...CLIENT, ...form });
  const answer = await fetch(`${simulator.url}/tiktok/v2/oauth/${path}/`, { method: "POST", body });
  return { status: answer.status, body: await answer.json() };
}

const exchange = (code: string, more: Record<string, string> = {}) =>
  oauth("token", {
    grant_type: "authorization_code",
    code,
    redirect_uri: BACK,
    code_verifier: VERIFIER,
    ...more,
  });
const refresh = (token: string) =>
  oauth("token", { grant_type: "refresh_token", refresh_token: token });
const signIn = async (scopes?: string[]) => (await exchange(await codeOf(scopes))).body;

async function display(path: string, token: string, body?: unknown) {
  const answer = await fetch(`${simulator.url}/tiktok/v2/${path}`, {
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe("TikTok's tokens", () => {
  it("come for a code, and rotate: the old refresh token is dead at once", async () => {
    const first = await signIn();
    expect(first).toEqual({
      access_token: expect.any(String),
      expires_in: 86_400,
      open_id: account.id,
      refresh_token: expect.any(String),
      refresh_expires_in: 31_536_000,
      scope: "user.info.basic,video.list",
      token_type: "Bearer",
    });
    const second = await refresh(first.refresh_token);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    const again = await refresh(first.refresh_token);
    expect(again).toEqual({
      status: 200,
      body: {
        error: "invalid_grant",
        error_description: expect.any(String),
        log_id: expect.any(String),
      },
    });
    expect((await refresh(second.body.refresh_token)).body).toHaveProperty("access_token");
  });

  it.each([
    [{ client_key: "" }, "invalid_client"],
    [{ code_verifier: "wrong" }, "invalid_grant"],
    [{ grant_type: "password" }, "unsupported_grant_type"],
  ])("are refused for %j as %s", async (more, error) => {
    expect((await exchange(await codeOf(), more)).body).toMatchObject({ error });
  });

  it("die when the app revokes one of them", async () => {
    const { access_token: token, refresh_token: refreshToken } = await signIn();
    expect((await oauth("revoke", { token })).body).toEqual({});
    expect((await refresh(refreshToken)).body).toMatchObject({ error: "invalid_grant" });
    expect((await display(`video/list/?fields=id`, token, {})).status).toBe(401);
  });
});

describe("POST /v2/video/list/", () => {
  it("gives every post in pages, newest first, and only the fields that were asked for", async () => {
    const { access_token: token } = await signIn();
    const seen: { id: string; create_time: number }[] = [];
    let ask: { max_count: number; cursor?: number } | null = { max_count: 20 };
    while (ask) {
      const { body } = await display(`video/list/?fields=id,create_time`, token, ask);
      expect(body.error.code).toBe("ok");
      seen.push(...body.data.videos);
      ask = body.data.has_more ? { max_count: 20, cursor: body.data.cursor } : null;
    }
    expect(seen).toEqual(
      posts.map(({ id, publishedMs }) => ({ id, create_time: Math.floor(publishedMs / 1000) })),
    );
  });

  it.each([
    ["video/list/?fields=id", { max_count: 21 }, 400, "invalid_params"],
    ["video/list/?fields=id,saves", {}, 400, "invalid_params"],
    ["video/list/", {}, 400, "invalid_params"],
    ["video/query/?fields=id", { filters: { video_ids: [] } }, 400, "invalid_params"],
    ["user/info/?fields=open_id,username", undefined, 400, "scope_permission_missed"],
  ])("refuses %s %j with %i %s", async (path, body, status, code) => {
    const { access_token: token } = await signIn();
    expect(await display(path, token, body)).toMatchObject({ status, body: { error: { code } } });
  });

  it("needs its scope, and a token that lives", async () => {
    const { access_token: token } = await signIn(["user.info.basic"]);
    const list = () => display("video/list/?fields=id", token, {});
    expect(await list()).toMatchObject({
      status: 401,
      body: { error: { code: "scope_not_authorized" } },
    });
    await control("tokens", { server: "tiktok", how: "expire" });
    expect(await list()).toMatchObject({
      status: 401,
      body: { error: { code: "access_token_invalid" } },
    });
  });
});

describe("POST /v2/video/query/", () => {
  const query = (token: string, ids: string[]) =>
    display(`video/query/?fields=${FIELDS}`, token, { filters: { video_ids: ids } });

  it("gives the counts of its own videos; foreign and gone ones are missing", async () => {
    const { access_token: token } = await signIn();
    const ids = posts.slice(0, 18).map(({ id }) => id);
    const [foreign] = simulator.book.accounts
      .filter((each) => each.platform === "tiktok" && each !== account)
      .flatMap((each) => simulator.book.postsOf(each, nowMs));
    await control("gone", { platform: "tiktok", id: ids[3], gone: true });
    const asked = [...ids, "7436518812345678901", foreign?.id ?? ""];
    const { status, body } = await query(token, asked);
    expect(status).toBe(200);
    expect(body.data.videos.map(({ id }: { id: string }) => id)).toEqual(ids.toSpliced(3, 1));
    for (const video of body.data.videos) {
      expect(Object.keys(video).toSorted()).toEqual(FIELDS.split(",").toSorted());
      expect(Number.isInteger(video.view_count)).toBe(true);
    }
    await control("gone", { platform: "tiktok", id: ids[3], gone: false });
    expect((await query(token, ids)).body.data.videos).toHaveLength(18);
    expect((await query(token, [...ids, "a", "b", "c"])).status).toBe(400);
    expect(simulator.requests()["tiktok.videoQuery"]?.count).toBe(3);
  });
});

it("counts what everybody reads on the post's page", async () => {
  const { access_token: token } = await signIn();
  const id = posts.at(-1)?.id ?? "";
  const ask = { filters: { video_ids: [id] } };
  const { body } = await display(`video/query/?fields=${FIELDS}`, token, ask);
  const [video] = body.data.videos;
  const url = `https://www.tiktok.com/@${account.handle}/video/${id}`;
  expect(tiktokLinkItem(simulator.world, url, { base: "", oddities: false })).toMatchObject({
    id,
    playCount: BigInt(video.view_count),
    diggCount: video.like_count,
    shareCount: video.share_count,
    createTime: video.create_time,
    authorMeta: { id: account.id, name: account.handle },
  });
});

describe("GET /v2/user/info/", () => {
  it("tells who the account is", async () => {
    const { access_token: token } = await signIn();
    const { body } = await display("user/info/?fields=open_id,display_name", token);
    expect(body).toEqual({
      data: { user: { open_id: account.id, display_name: account.name } },
      error: { code: "ok", message: "", log_id: expect.any(String) },
    });
  });
});

it("words faults of tokens and of the Display API in their own ways", async () => {
  const { access_token: token, refresh_token: refreshToken } = await signIn();
  await control("faults", [{ platform: "tiktok", kind: "429", times: 1, retryAfterSeconds: 60 }]);
  expect(await display("user/info/?fields=open_id", token)).toMatchObject({
    status: 429,
    body: { error: { code: "rate_limit_exceeded" } },
  });
  await control("faults", [{ platform: "tiktok", kind: "expired_token", times: 1 }]);
  expect(await refresh(refreshToken)).toMatchObject({
    status: 200,
    body: { error: "invalid_grant" },
  });
});
