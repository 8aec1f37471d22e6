import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getAges } from "@/app/api/v1/posts/[id]/ages/route";
import { GET as getHistory } from "@/app/api/v1/posts/[id]/history/route";
import { GET as getPost } from "@/app/api/v1/posts/[id]/route";
import type { TestUser } from "../../support/supabase.ts";
import { type Caller, callerOf, type Snapshot, startPostsWorld } from "./world.ts";

const OLD = "youtube_data.2025-03-31";
const DAY = 24;

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let call: Caller;
let account: string;
let posts = 0;

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  call = callerOf(ada);
  account = await world.addAccount(ada.workspaceId);
});
afterAll(() => world.stop());

function addPost(
  snapshots: Snapshot[],
  { published = 10 * DAY, of = account as string | null } = {},
) {
  posts += 1;
  const post = { externalId: `post${posts}`, published, snapshots };
  return world.addPost(ada.workspaceId, { ...post, ...(of === null ? {} : { account: of }) });
}

async function historyOf(id: number, query = "") {
  const answer = await call(getHistory, { id, query });
  expect(answer.status).toBe(200);
  return answer.json();
}

describe("GET /api/v1/posts/[id]/history", () => {
  it("tells each measurement and how fast it went between two", async () => {
    const id = await addPost([
      { ago: 13, views: 100 },
      { ago: 7, views: 160 },
      { ago: 1, views: "9007199254740993" },
    ]);
    const text = await (await call(getHistory, { id })).text();
    expect(text).toContain('"value":9007199254740993');
    const { points, rates, gaps, source } = JSON.parse(text);
    expect(source).toBe("youtube_data");
    expect(points.map(({ value }: { value: number }) => value).slice(0, 2)).toEqual([100, 160]);
    expect(rates[0].per_hour).toBeCloseTo(10, 1);
    expect(gaps).toEqual([]);
  });

  it("does not bridge a gap: no rate runs across it, and it says why", async () => {
    const id = await addPost([
      { ago: 72, views: 1 },
      { ago: 66, views: 2 },
      { ago: 8, views: 50 },
      { ago: 2, views: 60 },
    ]);
    const { gaps, rates } = await historyOf(id);
    expect(gaps).toEqual([
      { from: expect.any(String), to: expect.any(String), reasons: ["no_run"] },
    ]);
    expect(rates).toHaveLength(2);
  });

  it("takes the reason of a gap from the runs that failed in it", async () => {
    const id = await addPost([
      { ago: 72, views: 1 },
      { ago: 2, views: 60 },
    ]);
    await world.supabase.sql(
      `with run as (
         insert into public.refresh_runs (workspace_id, trigger, slot, status, finished_at)
         values ($1, 'schedule', now() - interval '40 hours', 'completed', now()) returning id, slot)
       insert into public.refresh_units
         (workspace_id, run_id, account_id, platform, kind, task, turn, slot, status, error_code, finished_at)
       select $1, run.id, $2, 'youtube', 'youtube_channel', 'list', 0, run.slot, 'failed', 'quota', now() from run`,
      [ada.workspaceId, account],
    );
    expect((await historyOf(id)).gaps[0].reasons).toEqual(["quota"]);
    await world.supabase.sql("delete from public.refresh_runs where workspace_id = $1", [
      ada.workspaceId,
    ]);
  });

  it("calls what a job measured now and then measured on demand", async () => {
    const id = await addPost(
      [
        { ago: 200, views: 1 },
        { ago: 2, views: 60 },
      ],
      { of: null },
    );
    expect((await historyOf(id)).gaps[0].reasons).toEqual(["on_demand"]);
  });

  it("tells since when nothing came, of a post that is due", async () => {
    const [quiet, fresh] = [
      await addPost([{ ago: 40, views: 1 }]),
      await addPost([{ ago: 2, views: 1 }]),
    ];
    expect((await historyOf(quiet)).silent_since).toEqual(expect.any(String));
    expect((await historyOf(fresh)).silent_since).toBeNull();
  });

  it("breaks where the platform redefined the number: no rate, no restatement across it", async () => {
    const id = await addPost([
      { ago: 13, views: 100, definition: OLD },
      { ago: 7, views: 60 },
      { ago: 1, views: 90 },
    ]);
    const { definition_changes, rates, restatements } = await historyOf(id);
    expect(definition_changes).toMatchObject([{ metric_definition: "youtube_data.2026-08-27" }]);
    expect(rates).toHaveLength(1);
    expect(restatements).toEqual([]);
  });

  it("tells a restatement downwards with both numbers, and no rate for it", async () => {
    const id = await addPost([
      { ago: 13, views: 100 },
      { ago: 7, views: 80 },
      { ago: 1, views: 90 },
    ]);
    const { restatements, rates } = await historyOf(id);
    expect(restatements).toMatchObject([{ from: 100, to: 80 }]);
    expect(rates).toHaveLength(1);
  });

  it("keeps a missing number missing, with its reason", async () => {
    const id = await addPost([
      { ago: 7, views: null, absent: "pending" },
      { ago: 1, views: 5 },
    ]);
    const { points, rates } = await historyOf(id);
    expect(points[0]).toMatchObject({ value: null, missing_because: "pending" });
    expect(rates).toEqual([]);
  });

  it("keeps the series of two sources apart", async () => {
    const id = await addPost([
      { ago: 7, views: 5 },
      { ago: 6, views: 900, source: "youtube_analytics", definition: "youtube_analytics.v2" },
      { ago: 1, views: 9 },
    ]);
    const values = async (query: string) =>
      (await historyOf(id, query)).points.map(({ value }: { value: number }) => value);
    expect(await values("")).toEqual([5, 9]);
    expect(await values("source=youtube_analytics")).toEqual([900]);
    expect(await values(`since=${new Date(Date.now() - 2 * 3_600_000).toISOString()}`)).toEqual([
      9,
    ]);
  });

  it.each([
    ["metric=fame", "metric"],
    ["since=yesterday", "since: expected a time like 2026-11-18T14:05:00Z"],
  ])("refuses %s with a sentence", async (query, sentence) => {
    const answer = await call(getHistory, { id: await addPost([]), query });
    expect(answer.status).toBe(422);
    expect((await answer.json()).error.message).toContain(sentence);
  });
});

describe("GET /api/v1/posts/[id]", () => {
  it("tells each source's newest numbers and where they came from", async () => {
    const id = await addPost([
      { ago: 7, views: 5 },
      { ago: 6, views: 900, source: "youtube_analytics", definition: "youtube_analytics.v2" },
      { ago: 1, views: 9, likes: 2 },
    ]);
    const post = await (await call(getPost, { id })).json();
    expect(post).toMatchObject({
      metrics: { views: 9, likes: 2 },
      source: "youtube_data",
      freshness: "fresh",
    });
    expect(post.sources).toMatchObject([
      { source: "youtube_data", headline: true, measurements: 2, metrics: { views: 9 } },
      { source: "youtube_analytics", headline: false, measurements: 1, metrics: { views: 900 } },
    ]);
  });

  it.each([
    ["post", getPost],
    ["history", getHistory],
    ["ages", getAges],
  ])("knows no %s of another workspace", async (_what, handler) => {
    const id = await addPost([{ ago: 1, views: 9 }]);
    const bob = await world.supabase.createUser("bob");
    for (const role of [null, "member"]) {
      // Asked in his own workspace, even where he may see that of the post.
      if (role) await world.supabase.addMember(ada.workspaceId, bob, role);
      const answer = await callerOf(bob)(handler, { id });
      expect(answer.status).toBe(404);
      expect((await answer.json()).error.message).toBe("There is no such post in this workspace.");
    }
  });

  it("says what a post's number looks like", async () => {
    expect((await (await call(getPost, { id: "x" })).json()).error.message).toContain(
      "There is no such post: expected its number.",
    );
  });
});
