import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSimulator } from "./start-simulator.ts";

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let page: { id: string; token: string; userToken: string };
let instagram: { id: string; media: string[] };
let posts: string[];

const control = (path: string, body: unknown = {}) =>
  fetch(`${simulator.url}/_control/${path}`, { method: "POST", body: JSON.stringify(body) });

const graph = (path: string, token = page.token) =>
  fetch(`${simulator.url}/facebook/v26.0/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => Date.parse("2026-11-01T07:30:00Z") });
  const redirectUri = "http://127.0.0.1/back";
  const code = simulator.grants.issueCode({
    server: "facebook",
    accounts: simulator.book.accounts.filter(({ handle }) => handle === "papertrail.maps"),
    scopes: [
      "pages_show_list",
      "pages_read_engagement",
      "read_insights",
      "instagram_basic",
      "instagram_manage_insights",
    ],
    redirectUri,
    codeChallenge: null,
    offline: false,
  });
  const query = new URLSearchParams({
    client_id: "app",
    client_secret: "secret",
    redirect_uri: redirectUri,
    code,
  });
  const signedIn = await fetch(`${simulator.url}/facebook/oauth/access_token?${query}`);
  const userToken = (await signedIn.json()).access_token;
  const fields = "id,access_token,instagram_business_account";
  const [found] = (await (await graph(`me/accounts?fields=${fields}`, userToken)).json()).data;
  page = { id: found.id, token: found.access_token, userToken };
  const ids = async (path: string) =>
    (await (await graph(path)).json()).data.map(({ id }: { id: string }) => id);
  posts = await ids(`${page.id}/published_posts?limit=100`);
  const account = found.instagram_business_account.id;
  instagram = { id: account, media: await ids(`${account}/media?limit=50`) };
});
beforeEach(() => control("reset"));
afterAll(() => simulator.close());

async function batch(items: unknown, fields: Record<string, string> = {}) {
  const body = new URLSearchParams({
    batch: JSON.stringify(items),
    access_token: page.token,
    include_headers: "false",
    ...fields,
  });
  const answer = await fetch(`${simulator.url}/facebook/v26.0/`, { method: "POST", body });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const get = (relative_url: string) => ({ method: "GET", relative_url });

describe("a batch", () => {
  it("answers in order with bodies as text, each with an error of its own", async () => {
    const { status, body } = await batch([
      get(`${posts[0]}?fields=id`),
      get(`v26.0/${posts[0]}/insights?metric=post_impressions`),
      get("999"),
      get(`${instagram.media[0]}?fields=id&access_token=${page.userToken}`),
      { method: "DELETE", relative_url: `${posts[0]}` },
    ]);
    expect(status).toBe(200);
    expect(body.map(({ code }: { code: number }) => code)).toEqual([200, 400, 400, 200, 400]);
    expect(JSON.parse(body[0].body)).toEqual({ id: posts[0] });
    expect(JSON.parse(body[1].body).error.code).toBe(100);
    expect(JSON.parse(body[2].body).error).toMatchObject({ code: 100, error_subcode: 33 });
    expect(JSON.parse(body[3].body)).toEqual({ id: instagram.media[0] });
    expect(body[0]).not.toHaveProperty("headers");
  });

  it("leaves null where the time was not enough", async () => {
    await control("settings", { graphUnfinishedEvery: 2 });
    const { body } = await batch([1, 2, 3, 4].map(() => get(`${posts[0]}?fields=id`)));
    expect(body.map((item: unknown) => item === null).filter(Boolean)).toHaveLength(2);
  });

  it.each([
    ["more than 50 items", Array.from({ length: 51 }, () => get("1")), {}, 100],
    ["no list", { no: "list" }, {}, 100],
    ["no token", [get("1")], { access_token: "" }, 190],
  ])("is refused with %s", async (_, items, fields, code) => {
    expect((await batch(items, fields)).body.error.code).toBe(code);
  });

  it("is counted, and so is each of its items", async () => {
    await batch([
      get(`${posts[0]}/insights?metric=post_clicks`),
      get(`${instagram.media[0]}/insights?metric=reach`),
    ]);
    const counts = Object.entries(simulator.requests()).map(([name, { count }]) => [name, count]);
    expect(Object.fromEntries(counts)).toEqual({
      facebook: 1,
      "facebook.batch": 1,
      "facebook.insights": 1,
      "instagram.insights": 1,
    });
  });
});

describe("the limits of Meta", () => {
  it("say nothing at first", async () => {
    const { headers } = await graph(`${page.id}/published_posts?limit=1`);
    expect(headers.get("x-app-usage")).toBeNull();
    expect(headers.get("x-business-use-case-usage")).toBeNull();
  });

  it("are told by header: the app's, the Page's, the Instagram account's", async () => {
    await control("settings", { graphUsage: 80 });
    const byUser = await graph("me/accounts", page.userToken);
    expect(JSON.parse(byUser.headers.get("x-app-usage") ?? "")).toMatchObject({ call_count: 80 });
    const { headers } = await batch([get(`${posts[0]}?fields=id`), get(`${instagram.id}/media`)]);
    expect(JSON.parse(headers.get("x-business-use-case-usage") ?? "")).toEqual({
      [page.id]: [expect.objectContaining({ type: "pages", call_count: 80 })],
      [instagram.id]: [
        expect.objectContaining({ type: "instagram", estimated_time_to_regain_access: 0 }),
      ],
    });
    expect(headers.get("x-app-usage")).toBeNull();
  });

  it.each([
    [4, () => graph("me/accounts", page.userToken)],
    [32, () => graph(`${page.id}/published_posts`, page.userToken)],
    [80001, () => graph(`${page.id}/published_posts`)],
    [80002, () => graph(`${instagram.id}/media`)],
  ])("end at 100 per cent in code %i", async (code, call) => {
    await control("settings", { graphUsage: 100 });
    const answer = await call();
    expect((await answer.json()).error.code).toBe(code);
    const regain = answer.headers.get("x-business-use-case-usage");
    if (code > 80_000) expect(regain).toContain('"estimated_time_to_regain_access":19');
  });

  it.each([
    ["429", 613],
    ["5xx", 2],
    ["quota", 4],
    ["expired_token", 190],
  ])("and other trouble come as a fault %s with code %i", async (kind, code) => {
    await control("faults", [{ platform: "facebook", kind }]);
    expect((await (await graph("me")).json()).error.code).toBe(code);
  });
});
