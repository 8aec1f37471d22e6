import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "../../../simulator/start-simulator.ts";
import { settingsAt } from "../../../tests/support/answering-server.ts";
import { readEnv } from "../../env.ts";
import { readLink } from "../../links/read-link.ts";
import { accountPlatform, loginFor } from "../account-registry.ts";
import type { Access, Connection, FoundAccount, ListedPost } from "../connected.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;
const nowMs = Date.parse("2026-11-01T10:00:00Z");
const signal = new AbortController().signal;
const redirectUri = "http://app.test/back";
const HANDLE = "harbor.oats";

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
});
beforeEach(() => fetch(`${simulator.url}/_control/reset`, { method: "POST" }));
afterAll(() => simulator.close());

const settings = () => readEnv(settingsAt(simulator.url));

async function connect(connection: Connection, scopes?: string[], platforms?: string[]) {
  const choice = loginFor(connection, settings(), { now: () => nowMs });
  if (choice.kind !== "ready") throw new Error(choice.detail);
  const { login } = choice;
  const server = connection === "instagram_login" ? "instagram" : "facebook";
  const code = simulator.grants.issueCode({
    server,
    accounts: simulator.book.accounts.filter(
      ({ platform, handle }) =>
        handle === HANDLE && (platforms ?? ["facebook", "instagram"]).includes(platform),
    ),
    scopes: scopes ?? login.scopes.map(({ id }) => id),
    redirectUri,
    codeChallenge: null,
    offline: false,
  });
  return { login, found: await login.exchange({ code, codeVerifier: "", redirectUri, signal }) };
}

async function account(connection: Connection, scopes?: string[]): Promise<FoundAccount> {
  const { found } = await connect(connection, scopes);
  if (found.kind !== "done") throw new Error(found.detail);
  const [first] = found.value;
  if (!first) throw new Error("No account was found.");
  return first;
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

async function everyPost(found: FoundAccount, since = "2026-10-02T10:00:00.000Z") {
  const { platform, access } = open(found);
  const posts: ListedPost[] = [];
  let cursor: string | null = null;
  do {
    const page = await platform.listPosts(access, { since, cursor });
    if (page.kind !== "done") throw new Error(page.detail);
    expect(JSON.stringify(page)).not.toContain(access.accessToken);
    posts.push(...page.value.posts);
    cursor = page.value.cursor;
  } while (cursor !== null);
  return posts;
}

const CONNECTIONS = [
  ["instagram", "instagram_page"],
  ["instagram_login", "instagram_user"],
  ["facebook", "facebook_page"],
] as const;

describe("connecting at Meta", () => {
  it.each(CONNECTIONS)("finds what %s opens: an account of kind %s", async (connection, kind) => {
    const found = await account(connection);
    expect(found).toMatchObject({
      kind,
      externalId: expect.stringMatching(/^\d{10,}$/),
      handle: HANDLE,
      name: "Harbor Oats",
      url: expect.stringContaining(HANDLE),
      grant: { refreshToken: null, accessToken: expect.stringMatching(/./) },
    });
    const life = kind === "instagram_user" ? "2026-12-31T10:00:00.000Z" : null;
    expect(found.grant.accessExpiresAt).toBe(life);
    expect(found.grant.reconnectBy).toBe(
      kind === "instagram_user" ? null : "2027-01-30T10:00:00.000Z",
    );
  });

  it("says what to do when nobody's Page or account is there", async () => {
    expect((await connect("facebook", undefined, [])).found).toMatchObject({ kind: "nothing" });
    expect((await connect("instagram", undefined, ["facebook"])).found).toMatchObject({
      kind: "nothing",
      detail: expect.stringContaining("professional Instagram account"),
    });
  });

  it("names the scope that a person refused and that nothing works without", async () => {
    const { found } = await connect("facebook", ["pages_show_list", "read_insights"]);
    expect(found).toMatchObject({
      kind: "dead",
      problem: "scope_missing",
      detail: expect.stringContaining("pages_read_engagement"),
    });
  });

  it("takes a code once", async () => {
    for (const connection of ["facebook", "instagram_login"] as const) {
      const { login } = await connect(connection);
      const again = await login.exchange({ code: "used", codeVerifier: "", redirectUri, signal });
      expect(again).toMatchObject({ kind: "dead", problem: "revoked" });
    }
  });

  it("renews an Instagram token once it is a day old, and leaves a Page's as it is", async () => {
    const { grant } = await account("instagram_login");
    const later = loginFor("instagram_login", settings(), { now: () => nowMs + 86_400_000 });
    const now = loginFor("instagram_login", settings(), { now: () => nowMs });
    const page = await account("facebook");
    const pages = loginFor("facebook", settings());
    if (later.kind !== "ready" || now.kind !== "ready" || pages.kind !== "ready") throw new Error();
    expect(await now.login.refresh(grant, "instagram_user", signal)).toEqual({
      kind: "done",
      value: grant,
    });
    const fresh = await later.login.refresh(grant, "instagram_user", signal);
    expect(fresh).toMatchObject({ value: { accessExpiresAt: "2027-01-01T10:00:00.000Z" } });
    expect(fresh).not.toMatchObject({ value: { accessToken: grant.accessToken } });
    expect(await pages.login.refresh(page.grant, "facebook_page", signal)).toEqual({
      kind: "done",
      value: page.grant,
    });
  });
});

describe("reading an account at Meta", () => {
  it.each(CONNECTIONS)("lists every recent post of %s, holes or not", async (connection) => {
    const found = await account(connection);
    const posts = await everyPost(found);
    const platform = found.kind === "facebook_page" ? "facebook" : "instagram";
    const own = simulator.book.find(platform, found.externalId);
    if (!own) throw new Error("No such account.");
    const there = simulator.book
      .postsOf(own, nowMs)
      .filter(({ publishedMs }) => publishedMs >= Date.parse("2026-10-02T10:00:00Z"));
    // A few of them are deleted or private.
    expect(posts.length).toBeGreaterThan(there.length * 0.8);
    expect(new Set(posts.map(({ apiId }) => apiId)).size).toBe(posts.length);
    for (const { url, externalId } of posts) {
      expect(readLink(url)).toMatchObject({ kind: "post", platform, externalId, url });
    }
  });

  it.each(CONNECTIONS)(
    "measures the posts of %s in as few calls as it said",
    async (connection) => {
      const found = await account(connection);
      const { platform, access } = open(found);
      const posts = (await everyPost(found)).slice(0, platform.batchSize);
      await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
      const result = await platform.measure(access, posts);
      if (result.kind !== "done") throw new Error(result.detail);
      expect([...result.value.keys()]).toEqual(posts.map(({ apiId }) => apiId));
      expect([...result.value.values()].map(({ kind }) => kind)).toEqual(
        posts.map(() => "measured"),
      );
      expect(result.calls).toBeLessThanOrEqual(platform.callsFor(posts.length));
      expect(result.rejected).toEqual([]);
      expect(JSON.stringify([...result.value])).not.toContain(access.accessToken);
      if (found.kind !== "instagram_user") {
        const batches = simulator.requests()["facebook.batch"]?.count;
        expect(batches).toBeLessThanOrEqual(2);
      }
    },
  );

  it.each([
    ["instagram", "saved", "saves"],
    ["instagram_login", "reach", "reach"],
    ["facebook", "post_clicks", "clicks"],
    ["facebook", "post_video_views", "video_views"],
  ] as const)(
    "%s loses no other number when %s is retired (invariant 18)",
    async (connection, name, column) => {
      const found = await account(connection);
      const { platform, access } = open(found);
      const posts = (await everyPost(found)).slice(0, 12);
      const before = await platform.measure(access, posts);
      simulator.settings.retiredMetrics = [name];
      const after = await platform.measure(access, posts);
      if (before.kind !== "done" || after.kind !== "done") throw new Error("Not measured.");
      expect(after.rejected).toMatchObject([{ name, metric: column }]);
      for (const { apiId } of posts) {
        const [old, kept] = [before.value.get(apiId), after.value.get(apiId)];
        if (old?.kind !== "measured" || kept?.kind !== "measured") throw new Error("Not measured.");
        const was = old.measurements[0]?.metrics;
        // Saves stand in the plain fields too.
        const now = name === "saved" ? was?.saves : { absent: "not_offered" };
        expect(kept.measurements[0]?.metrics).toEqual({ ...was, [column]: now });
      }
      const spared = { ...access, rejectedMetrics: [name] };
      const asked = await platform.measure(spared, posts);
      expect(asked).toMatchObject({ kind: "done", rejected: [] });
      if (asked.kind === "done") expect(asked.calls).toBeLessThan(after.calls);
    },
  );

  it("measures what it may see when reactions and insights are not allowed", async () => {
    const found = await account("facebook", ["pages_show_list", "pages_read_engagement"]);
    const { platform, access } = open(found);
    const posts = (await everyPost(found)).slice(0, 5);
    const result = await platform.measure(access, posts);
    if (result.kind !== "done") throw new Error(result.detail);
    for (const outcome of result.value.values()) {
      expect(outcome).toMatchObject({
        measurements: [
          {
            metrics: {
              likes: { absent: "permission" },
              comments: { absent: "permission" },
              views: { absent: "permission" },
              shares: expect.stringMatching(/^\d+$/),
            },
          },
        ],
      });
    }
  });

  it("calls a deleted post gone, and what a batch left out a case for later", async () => {
    for (const [connection] of CONNECTIONS) {
      const found = await account(connection);
      const { platform, access } = open(found);
      const posts = (await everyPost(found)).slice(0, 6);
      const [lost] = posts;
      if (!lost) throw new Error("No posts.");
      simulator.gone.add(
        `${platform.id} ${found.kind === "facebook_page" && !lost.apiId.includes("_") ? `${found.externalId}_${lost.externalId}` : lost.externalId}`,
      );
      const result = await platform.measure(access, posts);
      if (result.kind !== "done") throw new Error(result.detail);
      expect([...result.value.values()].map(({ kind }) => kind)).toEqual([
        "gone",
        ...posts.slice(1).map(() => "measured"),
      ]);
    }
    const found = await account("instagram");
    const { platform, access } = open(found);
    const posts = (await everyPost(found)).slice(0, 6);
    simulator.settings.graphUnfinishedEvery = 5;
    const result = await platform.measure(access, posts);
    if (result.kind !== "done") throw new Error(result.detail);
    const kinds = [...result.value.values()].map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["measured", "later"]));
  });

  it("tells how much of the limit is used, and stops where it is spent", async () => {
    const found = await account("instagram");
    const { platform, access } = open(found);
    const posts = (await everyPost(found)).slice(0, 3);
    simulator.settings.graphUsage = 83;
    expect(await platform.measure(access, posts)).toMatchObject({
      kind: "done",
      usage: { percent: 83, regainAfterSeconds: null },
    });
    simulator.settings.graphUsage = 100;
    expect(await platform.measure(access, posts)).toMatchObject({
      kind: "refused",
      code: "rate_limited",
      afterSeconds: 19 * 60,
    });
  });

  it.each(CONNECTIONS)("says that the token of %s is dead, and why", async (connection, kind) => {
    const found = await account(connection);
    const { platform, access } = open(found);
    const posts = (await everyPost(found)).slice(0, 3);
    const server = kind === "instagram_user" ? "instagram" : "facebook";
    simulator.grants.end(server, null, "password");
    const expected = { kind: "unauthorized", problem: "password_changed", refreshable: false };
    expect(await platform.measure(access, posts)).toMatchObject(expected);
    expect(
      await platform.listPosts(access, { since: "2026-10-02T10:00:00.000Z", cursor: null }),
    ).toMatchObject(expected);
  });

  it.each(CONNECTIONS)("reads comments of %s with their replies", async (connection) => {
    const found = await account(connection);
    const { platform, access } = open(found);
    for (const post of (await everyPost(found)).slice(0, 4)) {
      const ids = new Set<string>();
      const parents = new Set<string>();
      let cursor: string | null = null;
      for (let pages = 0; pages < 3; pages += 1) {
        const page = await platform.listComments(access, post, { cursor });
        if (page.kind !== "done") throw new Error(page.detail);
        if (page.value.state !== "open") break;
        for (const comment of page.value.comments) {
          expect(ids.has(comment.externalId)).toBe(false);
          ids.add(comment.externalId);
          if (comment.parentExternalId) parents.add(comment.parentExternalId);
        }
        cursor = page.value.cursor;
        if (!cursor) break;
      }
      if (ids.size > 8) expect(parents.size).toBeGreaterThan(0);
    }
  });
});
