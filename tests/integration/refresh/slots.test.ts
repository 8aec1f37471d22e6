import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { processes, refreshMinute, refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

/** Two hundred with the flag. */
const SLOTS = process.env.MANY_SLOTS ? 200 : 20;
const DELIVERIES = 10;

let world: RefreshWorld;
let ada: TestUser;
let bob: TestUser;
/** Slots go on from test to test. */
let now = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  // What is recorded is recorded at the schedule's time, so that gaps are as long as they are.
  await world.weaken("private.record_snapshots", "now()", "private.schedule_clock()");
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
  await world.connect(ada, "tiktok", [world.accountOf("tiktok", "papertrail.maps")]);
  await world.connect(ada, "youtube", [world.accountOf("youtube", "northlight.studio")]);
  await world.connect(bob, "tiktok", [world.accountOf("tiktok", "northlight.studio")]);
});
afterAll(() => world.stop());

const goTo = (slot: number, hours = 0) => {
  now = slot;
  return world.setSchedule(world.slot(slot, hours));
};
const perSlot = () =>
  world.sql<{ slots: number; runs: number; measured: number }>(
    `select count(distinct slot)::int as slots, count(*)::int as runs, sum(measured)::int as measured
     from refresh_runs where trigger = 'schedule'`,
  );

describe(`${DELIVERIES} deliveries of a slot at once`, () => {
  it(`make one run a workspace and one snapshot a post, slot and source, over ${SLOTS} slots (invariant 9)`, async () => {
    const crons = await processes(DELIVERIES);
    for (let slot = 0; slot < SLOTS; slot++) {
      await goTo(slot);
      const answers = await Promise.all(crons.map((deliver) => deliver()));
      expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1);
      expect(await world.openUnits()).toBe(0);
    }
    const [sums] = await perSlot();
    expect(sums).toMatchObject({ slots: SLOTS, runs: 2 * SLOTS });
    expect(await world.doubles()).toEqual([]);
    expect(await world.misfits()).toEqual([]);
    // Each measured post has its snapshot, of YouTube's two sources as well, and nothing else has one.
    const [posts] = await world.sql<{ posts: number }>(
      "select count(distinct (post_id, bucket_at))::int as posts from post_metrics",
    );
    expect(posts?.posts).toBe(sums?.measured);
  }, 600_000);

  it("make ten runs without the key of the slot (control of invariant 9)", async () => {
    await world.sql("drop index one_run_a_slot");
    const key = "on conflict (workspace_id, slot) where trigger = 'schedule' do nothing";
    const mends = [
      await world.weaken("private.plan_slot", key, ""),
      await world.weaken(
        "public.plan_refresh",
        "where schedule = 'metrics' and slot = full_slot)",
        "where false)",
      ),
    ];
    const crons = await processes(3);
    await goTo(now + 1);
    await Promise.all(crons.map((deliver) => deliver().catch(() => null)));
    const [runs] = await world.sql<{ runs: number }>(
      "select count(*)::int as runs from refresh_runs where slot = $1",
      [world.slot(now)],
    );
    for (const mend of mends) await mend();
    await world.sql("delete from refresh_runs where slot = $1", [world.slot(now)]);
    await world.sql(
      "create unique index one_run_a_slot on refresh_runs (workspace_id, slot) where trigger = 'schedule'",
    );
    expect(runs?.runs).toBeGreaterThan(2);
  });
});

describe("three missed slots", () => {
  it("become one catch-up a post: no point is invented (invariant 10)", async () => {
    await goTo(now + 1);
    await refreshSlot();
    const before = await world.snapshots();
    // Two hours late, where an hour of the young would be due as well.
    await goTo(now + 4, 2);
    const done = await refreshMinute();
    expect(done).toMatchObject({ slot: expect.any(String), broken: 0 });
    const buckets = await world.sql<{ bucket: Date; most: number }>(
      `select bucket_at as bucket, max(points)::int as most from (
         select bucket_at, post_id, source, count(*) as points from post_metrics
         where captured_at > $1 group by 1, 2, 3) as by_post group by 1`,
      [world.slot(now, -1)],
    );
    expect(buckets.map(({ bucket, most }) => [bucket.toISOString(), most])).toEqual([
      [world.slot(now), 1],
    ]);
    const [run] = (await world.runs(bob.workspaceId)).slice(-1);
    expect(run?.planned).toBeGreaterThan(0);
    expect(await world.snapshots()).toBeGreaterThan(before);
    expect(await world.misfits()).toEqual([]);
  });

  it("stay visible as a gap in a post's series (invariant 10)", async () => {
    const [post] = await world.sql<{ id: string }>(
      `select p.id from posts p where p.workspace_id = $1 and p.platform = 'tiktok'
       and p.published_at > $2::timestamptz - interval '15 days' order by p.published_at limit 1`,
      [bob.workspaceId, world.slot(now)],
    );
    const client = world.supabase.clientFor(bob);
    const { data, error } = await client.rpc("post_series", {
      post: Number(post?.id),
      metric: "views",
      only_source: "tiktok_display",
    });
    expect(error).toBeNull();
    expect(data).toMatchObject({
      gaps: expect.arrayContaining([expect.objectContaining({ reason: "no_run" })]),
    });
  });

  it("are measured twice over when the hour does not know of its slot (control of invariant 10)", async () => {
    const guard = "insert into private.schedule_slots (schedule, slot) values ('metrics', hour)";
    const mend = await world.weaken(
      "public.plan_refresh",
      `if only_workspace is null and hour > full_slot then\n      ${guard}`,
      `if false then\n      ${guard}`,
    );
    const whole = await world.weaken("private.close_unit", "earlier.slot < u.slot", "false");
    const measuredTwice = async () => {
      const [twice] = await world.sql<{ posts: number }>(
        `select count(*)::int as posts from (
           select post_id from post_metrics where bucket_at >= $1 and source = 'tiktok_display'
           group by 1 having count(*) > 1) as many`,
        [world.slot(now)],
      );
      return twice?.posts ?? 0;
    };
    // One slot later, not four: of forty hours some post is known already, which the hour can measure again.
    // Which slots have a post that young depends on the day: a week of them is enough.
    let posts = 0;
    for (let slot = 0; slot < 28 && posts === 0; slot++) {
      await goTo(now + 1, 2);
      await refreshMinute();
      posts = await measuredTwice();
    }
    await mend();
    await whole();
    expect(posts).toBeGreaterThan(0);
  });
});
