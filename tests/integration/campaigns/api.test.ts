import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { read, utils } from "xlsx";
import { GET as csv } from "../../../app/api/v1/campaigns/[id]/export.csv/route.ts";
import { GET as jsonl } from "../../../app/api/v1/campaigns/[id]/export.jsonl/route.ts";
import { GET as xlsx } from "../../../app/api/v1/campaigns/[id]/export.xlsx/route.ts";
import * as posts from "../../../app/api/v1/campaigns/[id]/posts/route.ts";
import * as one from "../../../app/api/v1/campaigns/[id]/route.ts";
import { GET as trend } from "../../../app/api/v1/campaigns/[id]/trend/route.ts";
import * as all from "../../../app/api/v1/campaigns/route.ts";
import type { TestUser } from "../../support/supabase.ts";
import { type CampaignWorld, startCampaignWorld } from "./campaign-world.ts";
import type { Measured } from "./plain-figures.ts";

/** What a spreadsheet would run, were it not kept from it. */
const EVIL = '=HYPERLINK("http://evil.test","x")';
const VIDEO = "https://www.youtube.com/watch?v=";
const MEASURED: Measured = {
  views: 4000,
  reach: null,
  impressions: null,
  likes: 90,
  comments: 10,
  shares: null,
  saves: null,
  offersSaves: false,
  followers: null,
  definition: "youtube_data.2025-03-31",
  simulated: true,
};

let world: CampaignWorld;
let user: TestUser;
let ids: Map<number, number>;
beforeAll(async () => {
  world = await startCampaignWorld();
  user = await world.supabase.createUser();
  ids = await world.addPosts(user, [
    { key: 1, platform: "youtube", measured: MEASURED },
    { key: 2, platform: "youtube", measured: null },
  ]);
  await world.sql("update public.posts set external_id = 'aaaaaaaaaa' || right(external_id, 1)");
  await world.sql("update public.posts set title = $2 where id = $1", [ids.get(1), EVIL]);
});
afterAll(() => world.stop());

type Handler = typeof one.GET;
async function ask(handler: Handler, id = "", body?: unknown, query = "", as = user) {
  const request = new NextRequest(`http://app.test/x${query}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${as.accessToken}`, "x-workspace-id": as.workspaceId },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve({ id }) });
}
const said = async (answer: Response) => ({ status: answer.status, ...(await answer.json()) });

let campaign: string;
beforeEach(async () => {
  const made = await said(await ask(all.POST as Handler, "", { name: "Autumn", currency: "eur" }));
  expect(made).toMatchObject({
    status: 201,
    state: "active",
    currency: "EUR",
    made_by: user.email,
  });
  campaign = made.id;
});

it("adds posts by their links, and says which it does not know and which are no links of posts", async () => {
  const links = [
    `${VIDEO}aaaaaaaaaa1`,
    "https://youtu.be/aaaaaaaaaa1",
    `${VIDEO}zzzzzzzzzzz`,
    "https://www.youtube.com/@somebody",
  ];
  expect(await said(await ask(posts.POST, campaign, { links }))).toMatchObject({
    status: 200,
    added: 1,
    already: 0,
    unknown: [`${VIDEO}zzzzzzzzzzz`],
    refused: [{ link: links[3] }],
  });
  expect(
    await said(await ask(posts.POST, campaign, { posts: [ids.get(1), ids.get(2), 1e9] })),
  ).toMatchObject({ added: 1, already: 1, unknown_posts: 1 });
  expect(await said(await ask(posts.POST, campaign, { posts: [1], job: campaign }))).toMatchObject({
    status: 422,
  });
});

it("adds all that succeeded in a job, once", async () => {
  const [job] = await world.sql<{ id: string }>(
    `insert into public.jobs (workspace_id, source_filename, source_kind, upload_columns, extra_columns, total_rows)
     values ($1, 'a.csv', 'csv', '{link}', '{}', 3) returning id`,
    [user.workspaceId],
  );
  const row = `insert into public.job_rows (workspace_id, job_id, row_number, platform, url, uploaded_url, extra, status, post_id, source, error_code)
     values ($1, $2, $3, 'youtube', 'x', 'x', '{}', $4, $5, $6, $7)`;
  const base = [user.workspaceId, job?.id];
  await world.sql(row, [...base, 3, "failed", null, null, "not_found"]);
  const none = await said(await ask(posts.POST, campaign, { job: job?.id }));
  expect(none).toMatchObject({
    status: 409,
    error: { message: expect.stringContaining("succeeded") },
  });
  for (const number of [1, 2]) {
    await world.sql(row, [...base, number, "succeeded", ids.get(1), "youtube_data", null]);
  }
  expect(await said(await ask(posts.POST, campaign, { job: job?.id }))).toMatchObject({
    added: 1,
    already: 0,
  });
  const stranger = await world.supabase.createUser();
  expect((await ask(posts.POST, campaign, { job: job?.id }, "", stranger)).status).toBe(404);
});

it("keeps a price digit by digit, and refuses what is none with what it found", async () => {
  await ask(posts.POST, campaign, { posts: [ids.get(1)] });
  const put = (price: unknown) => ask(posts.PATCH, campaign, { post: ids.get(1), price });
  expect(await (await put("9007199254.0993")).text()).toContain('"price":9007199254.0993');
  expect(await said(await put("12,50"))).toMatchObject({
    status: 422,
    error: { message: expect.stringMatching(/found 12,50, expected a number from 0/) },
  });
  for (const price of ["-1", "NaN", "1e3", "0.00001", "99999999999"]) {
    expect([price, (await put(price)).status]).toEqual([price, 422]);
  }
  expect((await ask(posts.PATCH, campaign, { post: ids.get(2), price: "1" })).status).toBe(404);
  // 10 over 4,000 views, and over 100 engagements.
  expect(await said(await put(10))).toMatchObject({ price: 10 });
  expect(await said(await ask(one.GET, campaign))).toMatchObject({
    totals: { spend: 10, cpm: 2.5, cost_per_engagement: 0.1, engagement_rate: 0.025 },
    platforms: [{ platform: "youtube", posts: 1, cpm: 2.5 }],
    definitions: [{ definition: MEASURED.definition, posts: 1, is_simulated: true }],
  });
  const dollars = await said(await ask(one.PATCH, campaign, { currency: "USD" }));
  expect(dollars).toMatchObject({ status: 409 });
  expect(await said(await put(null))).toMatchObject({ price: null });
  expect(
    await said(await ask(one.PATCH, campaign, { currency: "USD", state: "archived" })),
  ).toMatchObject({
    currency: "USD",
    state: "archived",
    totals: { spend: null, spend_unknown_because: "no_price", cpm: null },
  });
});

it("ends with one of two prices that are said at once", async () => {
  await ask(posts.POST, campaign, { posts: [ids.get(1)] });
  const prices = Array.from({ length: 12 }, (_, n) => `${n}.5`);
  const answers = await Promise.all(
    prices.map((price) => ask(posts.PATCH, campaign, { post: ids.get(1), price })),
  );
  expect(answers.map(({ status }) => status)).toEqual(prices.map(() => 200));
  const { items } = await said(await ask(posts.GET, campaign));
  expect(prices).toContain(String(items[0].price));
});

it("deletes a campaign with posts only by its name, and says so in the log", async () => {
  await ask(posts.POST, campaign, { posts: [ids.get(1)] });
  const refused = await said(await ask(one.DELETE, campaign, {}, "?confirmation=autumn"));
  expect(refused).toMatchObject({
    status: 422,
    error: { message: expect.stringContaining('"Autumn"') },
  });
  expect((await ask(one.DELETE, campaign, {}, "?confirmation=Autumn")).status).toBe(204);
  expect((await ask(one.GET, campaign)).status).toBe(404);
  const logged = await world.sql(
    "select subject, actor_email from public.audit_log where subject_id = $1 and action = 'campaign_deleted'",
    [campaign],
  );
  expect(logged).toEqual([{ subject: "Autumn", actor_email: user.email }]);
  const [kept] = await world.sql("select count(*)::int as posts from public.posts where id = $1", [
    ids.get(1),
  ]);
  expect(kept).toEqual({ posts: 1 });
});

it("writes its posts as CSV, JSON lines and Excel, with nothing in them that a spreadsheet would run", async () => {
  await ask(posts.POST, campaign, { posts: [ids.get(1), ids.get(2)] });
  await ask(posts.PATCH, campaign, { post: ids.get(1), price: "12.5" });
  const text = await (await ask(csv, campaign)).text();
  const [head, first] = text.replace("\uFEFF", "").split("\r\n");
  expect(head).toContain("price,currency,cpm,cost_per_engagement");
  expect(first).toContain("'=HYPERLINK");
  expect(first).toContain(",12.5,EUR,3.125,0.125,");
  const lines = (await (await ask(jsonl, campaign)).text()).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { title: EVIL, views: 4000, price: 12.5, simulated: "true" },
    { views: null, price: null, engagement: null },
  ]);
  const file = await ask(xlsx, campaign, undefined, "?priced=yes");
  expect(file.headers.get("content-disposition")).toContain("campaign Autumn.xlsx");
  const book = read(Buffer.from(await file.arrayBuffer()));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  expect(utils.sheet_to_json(sheet)).toMatchObject([{ title: EVIL, price: 12.5 }]);
  expect(
    Object.values(sheet).filter((cell) => cell && typeof cell === "object" && "f" in cell),
  ).toEqual([]);
});

it("is read by viewers, changed by members, and not there for anybody else", async () => {
  const viewer = await world.supabase.createUser("viewer");
  await world.supabase.addMember(user.workspaceId, viewer, "viewer");
  const inside = { ...viewer, workspaceId: user.workspaceId };
  expect((await ask(one.GET, campaign, undefined, "", inside)).status).toBe(200);
  const answer = await said(await ask(one.PATCH, campaign, { name: "Mine" }, "", inside));
  expect(answer).toMatchObject({ status: 403 });
  // In their own workspace, not even the one they may read.
  for (const handler of [one.GET, trend, posts.GET, csv]) {
    expect((await ask(handler, campaign, undefined, "", viewer)).status).toBe(404);
  }
  const list = await said(await ask(all.GET as Handler, "", undefined, "", viewer));
  expect(list).toMatchObject({ total: 0, items: [], totals: { views: null, mean_rate: null } });
});
