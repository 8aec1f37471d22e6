import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GET as exportCsv } from "@/app/api/v1/reels/export.csv/route";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import { GET as points } from "@/app/api/v1/reels/points/route";
import {
  type Answer,
  type Caller,
  callerOf,
  HOUR,
  hoursFromNow,
  type NewReel,
  type ReelsWorld,
  startReelsWorld,
} from "../../support/reels.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: ReelsWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
  // Counts how often a cohort is scored and kept.
  await world.supabase.sql(`
    create table public.fills (workspace_id uuid);
    create function public.count_fill() returns trigger language plpgsql security definer as
      'begin insert into public.fills values (new.workspace_id); return null; end';
    create trigger count_fill after insert or update on private.cohorts
      for each row execute function public.count_fill()`);
});
afterAll(() => world.stop());

const born = hoursFromNow(-40);

/** Forty of five authors, each measured at ages of 2, 9 and 20 hours. */
const reels = (name = "r"): NewReel[] =>
  Array.from({ length: 40 }, (_, index) => ({
    external_id: `${name}${index}`,
    author: `@a${index % 5}`,
    title: `Part ${index}`,
    published: born,
    snapshots: [2, 9, 20].map((hours) => ({
      at: born + BigInt(hours) * HOUR,
      views: (index + 3) * (hours + (index % 7) * hours),
      likes: index === 3 ? null : index * 2,
      comments: index % 4,
    })),
  }));

/** A later measurement of each, an earlier one that comes in late, and new ones. */
function laterNumbers(): NewReel[] {
  const now = hoursFromNow(-0.01);
  const changed = reels().map((reel, index) => ({
    ...reel,
    snapshots: [
      { at: now, views: 9000 - index, likes: 1, comments: 1 },
      { at: born + 12n * HOUR, recorded: now, views: 7000, likes: 0, comments: 0 },
    ],
  }));
  const added = reels("new").map((reel) => ({
    ...reel,
    snapshots: [{ at: now, views: 5, likes: 1 }],
  }));
  return [...changed, ...added];
}

async function filled() {
  const workspace = await world.newWorkspace(ada);
  await world.addReels(workspace, reels());
  return { workspace, call: callerOf(ada, workspace) };
}

async function read(call: Caller, query: Record<string, string | number> = {}) {
  const answer = await call(performance, query);
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return { text, ...(JSON.parse(text) as Answer) };
}

/** As if the last scoring were long ago: what was scored a moment ago would still do. */
const aWhileLater = () =>
  world.supabase.sql("update private.cohorts set filled_at = filled_at - interval '1 hour'");

const fills = async (workspace: string) => {
  const [row] = await world.supabase.sql<{ n: number }>(
    "select count(*)::int as n from public.fills where workspace_id = $1",
    [workspace],
  );
  return row?.n;
};

it("gives by its id the same answer to the byte after more numbers came, also late ones", async () => {
  const { workspace, call } = await filled();
  const queries = [
    { limit: 500 },
    { limit: 500, min_cohort: 1, sort: "outlier", order: "asc" },
    { limit: 10, page: 2, author: "@a1", min_views: 40, outliers_only: "false" },
    { search: "part 1", window: "30d", sort: "author" },
  ];
  const kept = new Map<string, string>();
  for (const query of queries) {
    const { limit, page, sort, order, min_cohort } = query as Record<string, string | number>;
    const slice = Object.entries({ limit, page, sort, order, min_cohort }).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    );
    const before = await read(call, query);
    const byId = { ...Object.fromEntries(slice), cohort: before.cohort.id };
    kept.set(JSON.stringify(byId), before.text);
    expect((await read(call, byId)).text).toBe(before.text);
  }
  const [first = ""] = kept.keys();
  const whole = { cohort: JSON.parse(first).cohort };
  const others = [exportCsv, points];
  const before = await Promise.all(others.map(async (each) => (await call(each, whole)).text()));

  await world.addReels(workspace, laterNumbers());
  await aWhileLater();
  const newest = await read(call, { limit: 500 });
  expect(newest.total).toBe(80);
  expect(newest.cohort.id).not.toBe(whole.cohort);
  for (const [query, text] of kept) expect((await read(call, JSON.parse(query))).text).toBe(text);
  const after = await Promise.all(others.map(async (each) => (await call(each, whole)).text()));
  expect(after).toEqual(before);
});

it("gives what is kept and what is computed again the same way", async () => {
  const { workspace, call } = await filled();
  const asked = { limit: 500, min_cohort: 1 };
  const kept = await read(call, asked);
  const query = { ...asked, cohort: kept.cohort.id };
  expect((await read(call, query)).text).toBe(kept.text);
  expect(await fills(workspace)).toBe(1);
  await world.supabase.sql("delete from private.cohorts where workspace_id = $1", [workspace]);
  expect((await read(call, query)).text).toBe(kept.text);
  expect(await fills(workspace)).toBe(1);
  const [left] = await world.supabase.sql<{ n: number }>(
    "select count(*)::int as n from private.cohort_scores where workspace_id = $1",
    [workspace],
  );
  expect(left?.n).toBe(0);
});

it("answers fifty callers at once as one, and scores once", async () => {
  const { workspace, call } = await filled();
  const all = () => Promise.all(Array.from({ length: 50 }, () => read(call)));
  const first = await all();
  expect(new Set(first.map(({ text }) => text)).size).toBe(1);
  expect(await fills(workspace)).toBe(1);
  await world.addReels(workspace, laterNumbers());
  await aWhileLater();
  const scored = Number(await fills(workspace));
  const second = await all();
  expect(new Set(second.map(({ text }) => text)).size).toBe(1);
  expect(second[0]?.total).toBe(80);
  expect(await fills(workspace)).toBe(scored + 1);
});

it("does not change when a transaction that began before it ends after it", async () => {
  const { workspace, call } = await filled();
  const writer = postgres(world.supabase.databaseUrl, { max: 1 });
  const snapshot = (views: number) => `
    with measured as (
      insert into public.post_metrics (workspace_id, post_id, bucket_at, captured_at, source, definition, views, likes, comments,
        shares, absent, is_simulated)
      select workspace_id, id, now(), now(), 'apify_instagram', 'apify_instagram.v1', ${views}, 1, 1, 1,
        '{"impressions": "hidden", "reach": "hidden", "saves": "hidden", "clicks": "hidden", "video_views": "hidden"}', false
      from public.posts where workspace_id = '${workspace}' and external_id = 'rX' returning *)
    insert into public.post_latest (post_id, workspace_id, bucket_at, source, captured_at, views, likes, comments, shares, absent,
      definition, is_simulated)
    select post_id, workspace_id, bucket_at, source, captured_at, views, likes, comments, shares, absent, definition, is_simulated
    from measured
    on conflict (post_id) do update set bucket_at = excluded.bucket_at, captured_at = excluded.captured_at, views = excluded.views,
      absent = excluded.absent`;
  try {
    await writer.unsafe("begin");
    await writer.unsafe(snapshot(1_000_000).replace("rX", "r1"));
    await world.supabase.sql(snapshot(500).replace("rX", "r2"));
    const during = await read(call, { limit: 500 });
    // The newer number waits for the transaction that may still bring an older one.
    expect(BigInt(Date.parse(during.cohort.ends_at))).toBeLessThan(BigInt(Date.now()) - 1000n);
    await writer.unsafe("commit");
    const again = await read(call, { limit: 500, cohort: during.cohort.id });
    expect(again.text).toBe(during.text);
    await aWhileLater();
    const after = await read(call, { limit: 500 });
    const views = (id: string) => after.items.find(({ reel_id }) => reel_id === id)?.views;
    expect([views("r1"), views("r2")]).toEqual([1_000_000, 500]);
  } finally {
    await writer.end();
  }
});

it("gives under each id what it gave first while numbers keep coming", async () => {
  const { workspace, call } = await filled();
  const seen = new Map<string, string>();
  let coming = true;
  const writer = (async () => {
    for (let round = 1; round <= 25; round += 1) {
      const at = hoursFromNow(0);
      await world.addReels(
        workspace,
        reels().map((reel, index) => ({
          ...reel,
          snapshots: [
            { at, views: 10_000 + round * 97 + ((index * round) % 41), likes: round, comments: 0 },
          ],
        })),
      );
    }
    coming = false;
  })();
  const asked = { limit: 500, min_cohort: 1 };
  const reader = async () => {
    while (coming) {
      const { text, cohort } = await read(call, asked);
      expect(seen.get(cohort.id) ?? text).toBe(text);
      seen.set(cohort.id, text);
    }
  };
  await Promise.all([writer, ...Array.from({ length: 6 }, reader)]);
  expect(seen.size).toBeGreaterThan(2);
  for (const [cohort, text] of seen) {
    expect((await read(call, { ...asked, cohort })).text).toBe(text);
  }
});

it("reads no scores of a newer moment that another caller keeps meanwhile", async () => {
  const { workspace, call } = await filled();
  const before = await read(call);
  const other = postgres(world.supabase.databaseUrl, { max: 1 });
  try {
    await other.unsafe("begin; lock table private.cohort_scores in access exclusive mode");
    // Finds the cohort kept, and waits for its scores.
    const waiting = read(call, { cohort: before.cohort.id });
    await new Promise((done) => setTimeout(done, 500));
    await other.unsafe(`
      update private.cohorts set as_of = as_of + interval '1 second' where workspace_id = '${workspace}';
      update private.cohort_scores set score = 1 where workspace_id = '${workspace}';
      commit`);
    expect((await waiting).text).toBe(before.text);
  } finally {
    await other.end();
  }
});

it("refuses a moment that is not over yet", async () => {
  const { call } = await filled();
  const soon = new Date(Date.now() + 60_000).toISOString().replace(/[-:]/g, "").slice(0, 15);
  const answer = await call(performance, { cohort: `v1-7d-${soon}.000000Z` });
  expect(answer.status).toBe(422);
  expect((await answer.json()).error.message).toContain("cohort: its end lies in the future");
});

it("gives a workspace without numbers an id that stays empty", async () => {
  const workspace = await world.newWorkspace(ada);
  const call = callerOf(ada, workspace);
  const empty = await read(call);
  expect(empty).toMatchObject({ total: 0, items: [], summary: { total: 0, total_views: null } });
  expect((await read(call, { cohort: empty.cohort.id })).text).toBe(empty.text);
});
