import { afterAll, beforeAll, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { addJob } from "../tenancy/workspace-data.ts";
import { NOTHING, type OldData, startOldData } from "./old-data.ts";

let data: OldData;
let ada: TestUser;
let bob: TestUser;

beforeAll(async () => {
  data = await startOldData();
  ada = await data.supabase.createUser("ada");
  bob = await data.supabase.createUser("bob");
});
afterAll(() => data.stop());

it("removes payloads older than asked, bounded and repeatable, and counts them; younger ones stay", async () => {
  const account = await data.account(ada.workspaceId, "tiktok");
  const post = await data.post(ada.workspaceId, "tiktok", account);
  const other = await data.post(
    bob.workspaceId,
    "tiktok",
    await data.account(bob.workspaceId, "tiktok"),
  );
  for (const days of [44, 43, 42, 41, 39, 3]) await data.snapshot(post, days);
  for (const days of [50, 2]) await data.snapshot(other, days);
  const snapshots = await data.hashOf("public.post_metrics");

  const asked = { raw_days: 40, take: 3 };
  expect(await data.removeOld(asked)).toEqual({
    ...NOTHING,
    raw_events: 3,
    unfinished: ["raw_events"],
  });
  // The oldest went first, whosever they were.
  expect([await data.payloads(post), await data.payloads(other)]).toEqual([[42, 41, 39, 3], [2]]);
  expect(await data.removeOld(asked)).toEqual({ ...NOTHING, raw_events: 2, unfinished: [] });
  for (const _again of [1, 2]) {
    expect(await data.removeOld(asked)).toEqual({ ...NOTHING, unfinished: [] });
  }
  expect(await data.payloads(post)).toEqual([39, 3]);
  expect(await data.hashOf("public.post_metrics")).toBe(snapshots);
  expect(await data.counted(ada.workspaceId)).toEqual({ raw_events: 4 });
  expect(await data.counted(bob.workspaceId)).toEqual({ raw_events: 1 });
});

it("thins snapshots of more than 90 days ago to the last of each UTC day, post and source, never the newest", async () => {
  const account = await data.account(ada.workspaceId, "youtube");
  const post = await data.post(ada.workspaceId, "youtube", account);
  const quiet = await data.post(ada.workspaceId, "youtube", account);
  for (const [days, hours] of [
    [130, [0, 6, 12, 18]],
    [129, [5]],
    [110, [0, 23]],
    [91, [1, 2]],
    [89, [0, 6, 12, 18]],
    [1, [0, 6]],
  ] as const) {
    for (const hour of hours) await data.snapshot(post, days, hour);
  }
  for (const hour of [3, 9]) await data.snapshot(post, 130, hour, "youtube_analytics");
  // Nothing came after: its newest snapshot is a hundred days old.
  for (const hour of [7, 8, 9]) await data.snapshot(quiet, 100, hour);
  const before = await data.hashOf("public.post_latest");
  const rolled = await data.db.rpc("roll_up_days");
  expect(rolled.error).toBeNull();
  const days = [await data.hashOf("public.post_days"), await data.hashOf("public.workspace_days")];

  // Three of the first day, one of its other source, one of each further day, two of the quiet post.
  const steps = [];
  for (;;) {
    const step = await data.removeOld({ take: 3, parts: ["snapshots_thinned"] });
    steps.push(step.snapshots_thinned);
    if (step.unfinished.length === 0) break;
  }
  expect(steps).toEqual([3, 3, 2]);
  expect(await data.snapshots(post)).toEqual([
    [130, 9],
    [130, 18],
    [129, 5],
    [110, 23],
    [91, 2],
    ...[0, 6, 12, 18].map((hour) => [89, hour]),
    [1, 0],
    [1, 6],
  ]);
  expect(await data.snapshots(quiet)).toEqual([[100, 9]]);
  expect((await data.counted(ada.workspaceId)).snapshots_thinned).toBe(8);
  expect(await data.removeOld({ parts: ["snapshots_thinned"] })).toEqual({
    ...NOTHING,
    unfinished: [],
  });

  expect(await data.hashOf("public.post_latest")).toBe(before);
  await data.db.rpc("roll_up_days");
  expect([
    await data.hashOf("public.post_days"),
    await data.hashOf("public.workspace_days"),
  ]).toEqual(days);
});

it("keeps the snapshots that a job shows, whenever in the day they were taken", async () => {
  const post = await data.post(bob.workspaceId, "tiktok");
  await data.sql("delete from private.retention_marks");
  for (const hour of [1, 2, 3, 4]) await data.snapshot(post, 120, hour);
  const job = await addJob(data.supabase, bob.workspaceId, {
    state: "ended",
    marker: "job",
    postId: post,
  });
  const bucket = (hour: number) =>
    `(select bucket_at from public.post_metrics where post_id = ${post}
      and extract(hour from bucket_at at time zone 'UTC') = ${hour})`;
  await data.sql(
    `update public.job_rows set status = 'succeeded', source = 'tiktok_display', bucket_at = ${bucket(3)},
       previous_source = 'tiktok_display', previous_bucket_at = ${bucket(1)} where job_id = $1`,
    [job],
  );
  expect((await data.removeOld()).snapshots_thinned).toBe(1);
  expect(await data.snapshots(post)).toEqual([1, 3, 4].map((hour) => [120, hour]));
  const results = await data.supabase
    .clientFor(bob)
    .from("job_results")
    .select("views, absent, previous_views")
    .eq("job_id", job);
  expect(results.data).toEqual([{ views: 883, absent: {}, previous_views: 881 }]);
});

it("removes units of runs that ended more than 30 days ago; the runs keep their sums", async () => {
  const account = await data.account(ada.workspaceId, "tiktok");
  for (const days of [40, 31, 29, 0]) {
    await data.sql(
      `with run as (
         insert into public.refresh_runs (workspace_id, trigger, slot, planned, measured, status, finished_at)
         select $1, 'account', at, 1, 1, 'completed', at from (select now() - make_interval(days => $3) as at) as t
         returning *)
       insert into public.refresh_units (workspace_id, run_id, account_id, platform, task, slot, status, finished_at)
       select $1, id, $2, 'tiktok', 'measure', slot, 'done', finished_at from run`,
      [ada.workspaceId, account, days],
    );
  }
  const runs = await data.hashOf("public.refresh_runs");
  expect(await data.removeOld({ parts: ["refresh_units"], take: 1 })).toMatchObject({
    refresh_units: 1,
  });
  expect(await data.removeOld({ parts: ["refresh_units"] })).toMatchObject({ refresh_units: 1 });
  expect(await data.sql("select from public.refresh_units")).toHaveLength(2);
  expect(await data.hashOf("public.refresh_runs")).toBe(runs);
  expect(await data.counted(ada.workspaceId)).toMatchObject({ refresh_units: 2 });
});
