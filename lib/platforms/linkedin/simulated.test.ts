import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../../simulator/start-simulator.ts";
import { walkConsent } from "../../../simulator/walk-consent.ts";
import { settingsAt } from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import { accountPlatform, loginFor } from "../account-registry.ts";
import type { Access, AccountPost, FoundAccount, ListedPost } from "../connected.ts";

const nowMs = Date.parse("2026-11-20T10:00:00Z");
const signal = new AbortController().signal;
const redirectUri = "https://app.test/accounts/callback";
const since = new Date(nowMs - 30 * 86_400_000).toISOString();

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let page: FoundAccount;
let member: FoundAccount;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
  const found = await connect();
  page = found.find(({ kind }) => kind === "linkedin_organization") ?? nobody();
  member = found.find(({ kind }) => kind === "linkedin_member") ?? nobody();
});

const settings = () => readEnv(settingsAt(simulator.url));

function nobody(): never {
  throw new Error("The consent opened no such account.");
}

async function connect() {
  const choice = loginFor("linkedin", settings(), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  const url = choice.login.authorizeUrl({ state: "S", codeChallenge: "C", redirectUri });
  const back = await walkConsent(url);
  const code = back.searchParams.get("code") ?? "";
  const found = await choice.login.exchange({ code, codeVerifier: "V", redirectUri, signal });
  if (found.kind !== "done") throw new Error(found.detail);
  return found.value;
}

function platformOf({ kind }: FoundAccount) {
  const choice = accountPlatform(kind, settings(), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  return choice.platform;
}

function accessOf({ kind, externalId, grant }: FoundAccount): Access {
  const { accessToken, scopes } = grant;
  return { kind, accountExternalId: externalId, accessToken, scopes, rejectedMetrics: [], signal };
}

async function listAll(account: FoundAccount) {
  const posts: ListedPost[] = [];
  let cursor: string | null = null;
  do {
    const ask = { since, cursor };
    const result = await platformOf(account).listPosts(accessOf(account), ask);
    if (result.kind !== "done") throw new Error(result.detail);
    posts.push(...result.value.posts);
    cursor = result.value.cursor;
  } while (cursor !== null);
  return posts;
}

const measure = (account: FoundAccount, posts: AccountPost[]) =>
  platformOf(account).measure(accessOf(account), posts);

function ownPosts(account: FoundAccount) {
  const own = simulator.book.find("linkedin", account.externalId) ?? nobody();
  return simulator.book.postsOf(own, nowMs).map(
    ({ apiId }): AccountPost => ({
      apiId,
      externalId: apiId,
      mediaKind: null,
      publishedAt: null,
    }),
  );
}

describe("LinkedIn, from the consent page on", () => {
  it("lists every post of the last 30 days once", async () => {
    const listed = await listAll(page);
    const own = simulator.book.find("linkedin", page.externalId) ?? nobody();
    const expected = simulator.book
      .postsOf(own, nowMs)
      .filter(({ id, publishedMs }) => publishedMs >= Date.parse(since) && !isGone(id))
      .map(({ apiId }) => apiId);
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.map(({ apiId }) => apiId).sort()).toEqual(expected.sort());
  });

  it("measures a Page's 20 posts by one call, and tells what is gone", async () => {
    const posts = (await listAll(page)).slice(0, 20);
    const [first] = posts;
    if (!first) throw new Error("There are no posts.");
    const result = await measure(page, posts);
    if (result.kind !== "done") throw new Error(result.detail);
    expect([...result.value.keys()].sort()).toEqual(posts.map(({ apiId }) => apiId).sort());
    for (const outcome of result.value.values()) {
      expect(outcome).toMatchObject({
        measurements: [{ metrics: { impressions: expect.any(String) } }],
      });
    }
    expect(simulator.requests()["linkedin.shareStatistics"]?.count).toBe(1);

    simulator.gone.add(`linkedin ${first.apiId}`);
    const later = await measure(page, posts);
    expect(later.kind === "done" && later.value.get(first.apiId)).toMatchObject({ kind: "gone" });
  });

  it("measures a member's posts, and without a retired metric (invariant 18)", async () => {
    expect(await listAll(member)).toEqual([]);
    simulator.settings.retiredMetrics = ["POST_SAVE"];
    const [post] = ownPosts(member).slice(-1);
    if (!post) throw new Error("There are no posts.");
    const result = await measure(member, [post]);
    expect(result).toMatchObject({ kind: "done", calls: 7, rejected: [{ name: "POST_SAVE" }] });
    expect(result.kind === "done" && result.value.get(post.apiId)).toMatchObject({
      measurements: [
        { metrics: { impressions: expect.stringMatching(/^\d+$/), saves: { absent: "error" } } },
      ],
    });
  });

  it("reads each comment and each answer once", async () => {
    const states = new Set<string>();
    for (const post of (await listAll(page)).slice(-8)) {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const result = await platformOf(page).listComments(accessOf(page), post, { cursor });
        if (result.kind !== "done") throw new Error(result.detail);
        states.add(result.value.state);
        if (result.value.state !== "open") break;
        ids.push(...result.value.comments.map(({ externalId }) => externalId));
        cursor = result.value.cursor;
      } while (cursor !== null);
      expect(new Set(ids).size).toBe(ids.length);
      const measured = await measure(page, [post]);
      const outcome = measured.kind === "done" ? measured.value.get(post.apiId) : undefined;
      if (outcome?.kind !== "measured") throw new Error(outcome?.kind ?? measured.kind);
      expect(outcome.measurements[0]?.metrics.comments).toBe(String(ids.length));
    }
    expect(states).toContain("open");
  });

  it.each([
    ["429", { kind: "refused", code: "quota", afterSeconds: 14 * 3600 }],
    ["5xx", { kind: "refused", code: "provider_error" }],
    ["html502", { kind: "refused", code: "provider_error" }],
    ["malformed", { kind: "refused", code: "provider_error" }],
    ["cut", { kind: "refused", code: "provider_error" }],
  ] as const)("takes a %s for what it is, and asks once", async (kind, expected) => {
    const posts = ownPosts(page).slice(0, 2);
    const before = simulator.requests().linkedin?.count ?? 0;
    simulator.faults.set([{ platform: "linkedin", kind, rate: 1, delaySeconds: 1 }]);
    expect(await measure(page, posts)).toMatchObject(expected);
    expect(simulator.requests().linkedin?.count).toBe(before + 1);
  });

  it("is told when a version is dead and when a token is", async () => {
    const posts = ownPosts(page).slice(0, 2);
    simulator.settings.deadLinkedinVersions = ["202606"];
    expect(await measure(page, posts)).toMatchObject({ kind: "failed", code: "not_configured" });
    simulator.settings.deadLinkedinVersions = [];
    simulator.grants.end("linkedin", null, "expire");
    expect(await measure(page, posts)).toMatchObject({ kind: "unauthorized", refreshable: true });
    simulator.grants.end("linkedin", null, "revoke");
    expect(await measure(page, posts)).toMatchObject({ kind: "unauthorized", refreshable: false });
  });
});

const isGone = (id: string) => simulator.gone.has(`linkedin ${id}`);
