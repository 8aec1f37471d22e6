import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../../simulator/start-simulator.ts";
import { walkConsent } from "../../../simulator/walk-consent.ts";
import { settingsAt } from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import { readLink } from "../../links/read-link.ts";
import { accountPlatform, loginFor } from "../account-registry.ts";
import type { Access, AccountPost, FoundAccount, ListedPost } from "../connected.ts";
import { codeChallengeOf } from "./code-challenge.ts";

const nowMs = Date.parse("2026-11-21T10:00:00Z");
const NEVER = "2020-01-01T00:00:00Z";
const VERIFIER = "a-verifier-of-at-least-forty-three-characters-";
const redirectUri = "http://app.test/back";
const signal = new AbortController().signal;

const CONNECTIONS = ["youtube", "tiktok"] as const;
type Connection = (typeof CONNECTIONS)[number];

let simulator: Awaited<ReturnType<typeof startSimulator>>;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(() => fetch(`${simulator.url}/_control/reset`, { method: "POST" }));
afterAll(() => simulator.close());

const settings = () => readEnv(settingsAt(simulator.url));

function loginOf(connection: Connection) {
  const choice = loginFor(connection, settings(), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.login;
}

async function signIn(connection: Connection, scopes?: string[], handle = "harbor.oats") {
  const login = loginOf(connection);
  const codeChallenge = codeChallengeOf(VERIFIER);
  const url = login.authorizeUrl({ state: "S", codeChallenge, redirectUri });
  const account = simulator.book.accounts.find(
    (each) => each.platform === connection && each.handle === handle,
  );
  if (!account) throw new Error("There is no such account.");
  url.searchParams.set("large", "1");
  const back = await walkConsent(url, {
    accounts: [account.id],
    scopes: scopes ?? login.scopes.map(({ id }) => id),
  });
  const code = back.searchParams.get("code") ?? "";
  return login.exchange({ code, codeVerifier: VERIFIER, redirectUri, signal });
}

async function connect(connection: Connection, scopes?: string[], handle?: string) {
  const found = await signIn(connection, scopes, handle);
  if (found.kind !== "done") throw new Error(found.detail);
  const [account] = found.value;
  if (!account) throw new Error("No account was found.");
  return account;
}

function open({ kind, externalId, grant }: FoundAccount) {
  const choice = accountPlatform(kind, settings(), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  const access: Access = {
    kind,
    accountExternalId: externalId,
    accessToken: grant.accessToken,
    scopes: grant.scopes,
    rejectedMetrics: [],
    signal,
  };
  return { platform: choice.platform, access };
}

async function listAll(account: FoundAccount, since = NEVER) {
  const { platform, access } = open(account);
  const posts: ListedPost[] = [];
  let cursor: string | null = null;
  do {
    const page = await platform.listPosts(access, { since, cursor });
    if (page.kind !== "done") throw new Error(page.detail);
    posts.push(...page.value.posts);
    cursor = page.value.cursor;
  } while (cursor !== null);
  return posts;
}

function published(account: FoundAccount, sinceMs = 0) {
  const own = simulator.book.accounts.find(({ id }) => id === account.externalId);
  if (!own) throw new Error("There is no such account.");
  return simulator.book.postsOf(own, nowMs).filter(({ publishedMs }) => publishedMs >= sinceMs);
}

const asked = ({ apiId, externalId, mediaKind, publishedAt }: ListedPost): AccountPost => ({
  apiId,
  externalId,
  mediaKind,
  publishedAt,
});

describe.each(CONNECTIONS)("a simulated %s account", (connection) => {
  it("is connected over the consent page, with PKCE, and refreshed", async () => {
    const account = await connect(connection);
    expect(account).toMatchObject({ handle: "harbor.oats", name: "Harbor Oats" });
    expect(account.grant.refreshToken).toEqual(expect.any(String));
    const renewed = await loginOf(connection).refresh(account.grant, account.kind, signal);
    if (renewed.kind !== "done") throw new Error(renewed.detail);
    expect(renewed.value.accessToken).not.toBe(account.grant.accessToken);
    // TikTok rotates, Google does not.
    const rotated = renewed.value.refreshToken !== account.grant.refreshToken;
    expect(rotated).toBe(connection === "tiktok");
    const again = await loginOf(connection).refresh(account.grant, account.kind, signal);
    expect(again.kind).toBe(rotated ? "dead" : "done");
  });

  it("is not connected without its posts, nor with a code that somebody else asked for", async () => {
    const [first, second] = loginOf(connection).scopes;
    const scope = connection === "youtube" ? second : first;
    const lacking = await signIn(connection, scope ? [scope.id] : []);
    expect(lacking).toMatchObject({ kind: "dead", problem: "scope_missing" });
    const code = "made-up";
    const exchange = { code, codeVerifier: VERIFIER, redirectUri, signal };
    expect(await loginOf(connection).exchange(exchange)).toMatchObject({ kind: "dead" });
  });

  it("lists its posts newest first, down to the day asked for, under their own links", async () => {
    const account = await connect(connection);
    const own = published(account);
    const posts = await listAll(account);
    const known = new Map(own.map(({ id, publishedMs }) => [id, publishedMs]));
    // What is deleted or private is not listed.
    expect(posts.length).toBeGreaterThan(own.length * 0.9);
    for (const post of posts) {
      const publishedMs = known.get(post.externalId) ?? 0;
      expect(Math.floor(Date.parse(post.publishedAt ?? "") / 1000)).toBe(
        Math.floor(publishedMs / 1000),
      );
      expect(readLink(post.url)).toMatchObject({ externalId: post.externalId, url: post.url });
    }
    const times = posts.map(({ publishedAt }) => Date.parse(publishedAt ?? ""));
    expect(times).toEqual(times.toSorted((one, other) => other - one));

    const sinceMs = nowMs - 30 * 86_400_000;
    const recent = await listAll(account, new Date(sinceMs).toISOString());
    expect(recent).toEqual(posts.slice(0, recent.length));
    expect(Date.parse(posts[recent.length]?.publishedAt ?? "")).toBeLessThan(sinceMs);
  });

  it("is measured a batch a call, a deleted post gone and the others not", async () => {
    const account = await connect(connection);
    const { platform, access } = open(account);
    const posts = (await listAll(account)).slice(0, platform.batchSize).map(asked);
    const [, second] = posts;
    const body = JSON.stringify({ platform: connection, id: second?.apiId, gone: true });
    await fetch(`${simulator.url}/_control/gone`, { method: "POST", body });
    const result = await platform.measure(access, posts);
    if (result.kind !== "done") throw new Error(result.detail);
    expect(result.calls).toBeLessThanOrEqual(platform.callsFor(posts.length));
    expect([...result.value.keys()]).toEqual(posts.map(({ apiId }) => apiId));
    for (const { apiId } of posts) {
      const outcome = result.value.get(apiId);
      expect(outcome?.kind).toBe(apiId === second?.apiId ? "gone" : "measured");
      if (outcome?.kind !== "measured") continue;
      expect(outcome.measurements[0]?.metrics.views).toMatch(/^\d+$/);
      expect(outcome.measurements[0]?.payload).toContain(apiId);
    }
  });

  it.each([
    ["429", { kind: "refused", code: "rate_limited", afterSeconds: 17 }],
    ["5xx", { kind: "refused", code: "provider_error", afterSeconds: 17 }],
    ["expired_token", { kind: "unauthorized", refreshable: true }],
    ["html502", { kind: "refused", code: "provider_error" }],
    ["malformed", { kind: "refused", code: "provider_error" }],
    ["cut", { kind: "refused", code: "provider_error" }],
  ] as const)("tells a %s apart, asks once and does not repeat", async (kind, expected) => {
    const account = await connect(connection);
    const { platform, access } = open(account);
    const [post] = (await listAll(account)).map(asked);
    simulator.faults.set([
      { platform: connection, kind, retryAfterSeconds: 17, rate: 1, delaySeconds: 1 },
    ]);
    const before = simulator.requests()[connection]?.count ?? 0;
    expect(await platform.measure(access, post ? [post] : [])).toMatchObject(expected);
    expect(simulator.requests()[connection]?.count).toBe(before + 1);
  });

  it("answers an ended token and a revoked sign-in as what they are", async () => {
    const account = await connect(connection);
    const { platform, access } = open(account);
    const list = () => platform.listPosts(access, { since: NEVER, cursor: null });
    simulator.grants.end(connection === "youtube" ? "google" : connection, null, "revoke");
    expect(await list()).toMatchObject({ kind: "unauthorized", refreshable: true });
    const refreshed = await loginOf(connection).refresh(account.grant, account.kind, signal);
    expect(refreshed).toMatchObject({ kind: "dead", problem: "refresh_failed" });
  });
});

describe("a simulated channel", () => {
  it("is measured with 20 calls for 1,000 videos, Analytics aside", async () => {
    const account = await connect("youtube", undefined, "large.one");
    const { platform, access } = open(account);
    const posts = (await listAll(account)).map(asked).slice(0, 1000);
    expect(posts).toHaveLength(1000);
    let units = 0;
    let reports = 0;
    for (let at = 0; at < 1000; at += platform.batchSize) {
      const result = await platform.measure(access, posts.slice(at, at + platform.batchSize));
      if (result.kind !== "done") throw new Error(result.detail);
      units += result.calls;
      expect(result.rejected).toEqual([]);
      for (const outcome of result.value.values()) {
        if (outcome.kind === "measured" && outcome.measurements.length === 2) reports += 1;
      }
    }
    expect(units).toBe(20);
    expect(simulator.requests()["youtube.batchGetStats"]?.count).toBe(20);
    expect(simulator.requests().youtube_analytics?.count).toBeLessThanOrEqual(20);
    expect(reports).toBeGreaterThan(900);
  });

  it("has the comments of a video, each once", async () => {
    const account = await connect("youtube");
    const { platform, access } = open(account);
    const posts = (await listAll(account)).map(asked);
    let checked = 0;
    for (const post of posts) {
      const ids: string[] = [];
      let cursor: string | null = null;
      let state = "open";
      do {
        const page = await platform.listComments(access, post, { cursor });
        if (page.kind !== "done") throw new Error(page.detail);
        state = page.value.state;
        cursor = page.value.state === "open" ? page.value.cursor : null;
        if (page.value.state === "open")
          ids.push(...page.value.comments.map((one) => one.externalId));
      } while (cursor !== null && ids.length < 2000);
      if (state === "open" && cursor === null && ids.length > 10) {
        const measured = await platform.measure(access, [post]);
        const outcome = measured.kind === "done" ? measured.value.get(post.apiId) : undefined;
        const counted = outcome?.kind === "measured" && outcome.measurements[0]?.metrics.comments;
        expect(String(new Set(ids).size)).toBe(counted);
        expect(new Set(ids).size).toBe(ids.length);
        checked += 1;
      }
      if (checked === 2) break;
    }
    expect(checked).toBe(2);
  });
});
