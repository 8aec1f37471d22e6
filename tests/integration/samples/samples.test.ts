import { afterAll, beforeAll, expect, it } from "vitest";
import { samplePosts } from "@/lib/samples/generate";
import { type Supabase, startSupabase, type TestUser } from "../../support/supabase.ts";
import { loadRoutes } from "../routes/route-files.ts";
import { sampleCaller } from "./sample-caller.ts";

const PLAN = { seed: 7, users: 40, posts: 30, hashtags: 25, now: "2026-11-20T10:00:00.000Z" };
const NOW = Date.parse(PLAN.now) / 1000;

let supabase: Supabase;
let ada: TestUser;
let bob: TestUser;
let call: ReturnType<typeof sampleCaller>;
let sample: string;

beforeAll(async () => {
  supabase = await startSupabase();
  ada = await supabase.createUser("ada");
  bob = await supabase.createUser("bob");
  call = sampleCaller(await loadRoutes());
  const made = await call(ada, "POST /api/v1/samples", { body: PLAN });
  expect(made.status).toBe(201);
  sample = String(made.json.workspace_id);
  await fill("people", 0, 100);
  await fill("posts", 0, 30);
});
afterAll(() => supabase.stop());

const fill = (part: string, from: number, take: number, workspace = sample, user = ada) =>
  call(user, "POST /api/v1/samples/fill", { body: { part, from, take }, workspace });
const one = async (text: string) => (await supabase.sql(text, [sample]))[0];

it("says of comments without a reading that they are made up", async () => {
  const post = await one("select post_id from public.comments where workspace_id = $1 limit 1");
  const { data } = await supabase
    .clientFor(ada)
    .rpc("comments_status", { workspace: sample, post: Number(post?.post_id) });
  expect(data).toMatchObject({ state: "open", is_simulated: true });
});

it("makes a workspace of its own name, and leaves the active one", async () => {
  expect(await one("select name, is_sample from public.workspaces where id = $1")).toEqual({
    name: "Sample 7",
    is_sample: true,
  });
  const { json } = await call(ada, "GET /api/v1/me", {});
  expect(json.workspace).toMatchObject({ id: ada.workspaceId });
});

it("stores exactly what the plan makes, all of it marked as simulated", async () => {
  const { posts, events, comments } = samplePosts({ ...PLAN, now: NOW }, 0, 30);
  const rows = await supabase.sql(
    "select external_id, caption, author_handle from public.posts where workspace_id = $1 order by id",
    [sample],
  );
  const told = posts.map(({ external_id, caption, author_handle }) => ({
    external_id,
    caption,
    author_handle,
  }));
  expect(rows).toEqual(told);
  const stored = await one(
    `select (select count(*)::int from public.engagements where workspace_id = $1 and is_simulated) as events,
       (select count(*)::int from public.comments where workspace_id = $1 and is_simulated and source = 'seed') as comments,
       (select count(*)::int from public.people where workspace_id = $1) as people`,
  );
  const all = { events: events.kind.split(",").length, comments: comments.body.length, people: 40 };
  expect(stored).toEqual(all);
  const late = await supabase.sql(
    `select 1 from public.engagements where workspace_id = $1 and occurred_at > $2
     union all select 1 from public.comments where workspace_id = $1 and published_at > $2`,
    [sample, PLAN.now],
  );
  expect(late).toEqual([]);
});

it("keeps totals and threads as the plain derivation has them", async () => {
  const totals = () =>
    supabase.sql(
      `select person_id::int, post_engagements::int, comment_engagements::int
       from public.engagement_totals where workspace_id = $1 order by 1`,
      [sample],
    );
  const threads = () =>
    supabase.sql(
      `select post_id::int, comments, replies, orphans, max_depth, ids, chains, chain
       from public.comment_threads where workspace_id = $1 order by 1`,
      [sample],
    );
  const before = [await totals(), await threads()];
  expect(before[0]?.length).toBeGreaterThan(5);
  expect(before[1]?.length).toBeGreaterThan(5);
  await supabase.sql("select private.recount_engagements($1)", [sample]);
  await supabase.sql("select private.rethread(id) from public.posts where workspace_id = $1", [
    sample,
  ]);
  expect([await totals(), await threads()]).toEqual(before);
});

it("adds nothing when a part is asked for again", async () => {
  const nothing = { people: 0, posts: 0, comments: 0, engagements: 0 };
  expect((await fill("posts", 10, 20)).json).toEqual(nothing);
  expect((await fill("people", 0, 40)).json).toEqual(nothing);
});

it("adds posts of now when refreshed, beyond the known ones", async () => {
  const refresh = { body: { posts: 5 }, workspace: sample };
  const trending = async () =>
    (await call(ada, "GET /api/v1/hashtags/trending", { workspace: sample })).json.total_count;
  expect(await trending()).toBe(0);
  for (const number of [1, 2]) {
    const { json } = await call(ada, "POST /api/v1/samples/refresh", refresh);
    expect(json.posts, `refresh ${number}`).toBe(5);
  }
  // Whoever brought them does not have to wait until the answer before is too old.
  expect(await trending()).toBeGreaterThan(0);
  const fresh = await one(
    `select count(*)::int as posts, max(published_at) <= now() as is_past from public.posts
     where workspace_id = $1 and published_at > now() - interval '5 minutes'`,
  );
  expect(fresh).toEqual({ posts: 10, is_past: true });
});

it("refuses all that is real, with a sentence", async () => {
  const sentence = "This is a sample workspace: everything in it was made up";
  const body = { text: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" };
  const upload = await call(ada, "POST /api/v1/jobs/upload", { body, workspace: sample });
  expect(upload).toMatchObject({ status: 409, text: expect.stringContaining(sentence) });
  const links = { links: ["https://www.youtube.com/watch?v=dQw4w9WgXcQ"] };
  const schedule = await call(ada, "POST /api/v1/schedules", { body: links, workspace: sample });
  expect(schedule.text).toContain(sentence);
  const settings = { actor: "owner/actor", input: {} };
  const ingest = await call(ada, "PUT /api/v1/ingest/settings", {
    body: settings,
    workspace: sample,
  });
  expect(ingest.text).toContain(sentence);
  const db = supabase.clientFor(ada);
  const events = await db.rpc("import_engagements", { workspace: sample, events: [] });
  expect(events.error?.code).toBe("PT422");
  const connect = await db.rpc("begin_connection", {
    workspace: sample,
    way: "youtube",
    state: "state",
    verifier: "verifier",
  });
  expect(connect.error?.message).toContain(sentence);
  await expect(
    supabase.sql(
      `select private.keep_comments($1, (select min(id) from public.posts where workspace_id = $1),
         'youtube_data', false, '[{"external_id": "real"}]')`,
      [sample],
    ),
  ).rejects.toThrow("no real comments");
});

it("puts made-up rows nowhere else, and is nobody else's", async () => {
  expect((await fill("posts", 0, 1, ada.workspaceId)).status).toBe(409);
  expect((await fill("posts", 0, 1, sample, bob)).status).toBe(401);
  const direct = await supabase
    .clientFor(bob)
    .rpc("import_samples", { workspace: sample, batch: {} });
  expect(direct.error?.code).toBe("PT404");
  const read = await supabase.clientFor(bob).from("samples").select("seed");
  expect(read.data).toEqual([]);
  const raise = await supabase
    .clientFor(ada)
    .from("workspaces")
    .update({ is_sample: true })
    .eq("id", ada.workspaceId);
  expect(raise.error?.code).toBe("42501");
});

it("answers bounds with a sentence", async () => {
  const make = (body: object) => call(ada, "POST /api/v1/samples", { body });
  expect(await make({ users: 0 })).toMatchObject({
    status: 422,
    text: expect.stringContaining("users: expected a whole number from 1 to 100000"),
  });
  expect((await make({ now: "2999-01-01T00:00:00Z" })).status).toBe(422);
});

it("goes piece by piece, and with the last piece the workspace", async () => {
  const remove = () =>
    call(ada, "DELETE /api/v1/samples", { workspace: sample, search: "?take=25" });
  expect((await remove()).json).toEqual({ remaining_posts: 15, removed: false });
  expect((await remove()).json).toEqual({ remaining_posts: 0, removed: true });
  expect(await one("select 1 from public.workspaces where id = $1")).toBeUndefined();
});
