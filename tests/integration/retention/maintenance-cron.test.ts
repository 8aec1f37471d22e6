import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GET } from "@/app/api/cron/maintenance/route";
import { testEnv } from "../../support/env.ts";
import { type OldData, startOldData } from "./old-data.ts";

let data: OldData;
beforeAll(async () => {
  process.env.RAW_EVENT_DAYS = "60";
  data = await startOldData();
});
afterAll(() => data.stop());

async function maintain(authorization = `Bearer ${testEnv.CRON_SECRET}`) {
  const request = new NextRequest("http://app.test/api/cron/maintenance", {
    headers: { authorization },
  });
  const answer = await GET(request);
  return { status: answer.status, body: await answer.json() };
}

it("rolls up, then removes by policy, and says what it did; the second time there is nothing more", async () => {
  const ada = await data.supabase.createUser("ada");
  const account = await data.account(ada.workspaceId, "tiktok");
  const post = await data.post(ada.workspaceId, "tiktok", account);
  for (const days of [100, 95]) {
    for (const hour of [0, 6, 12, 18]) await data.snapshot(post, days, hour);
  }
  for (const days of [61, 59, 3]) await data.snapshot(post, days);
  const stranger = await data.post(ada.workspaceId, "youtube");
  for (const days of [50, 40]) await data.snapshot(stranger, days);

  expect(await maintain("Bearer wrong")).toMatchObject({ status: 401 });
  expect(await data.snapshots(post)).toHaveLength(11);

  const first = await maintain();
  expect(first).toMatchObject({
    status: 200,
    body: {
      // Seven days of posts, two of them twice: week by week, each week from the day before.
      rolled_up: { days_of_posts: 9 },
      removed: {
        raw_events: 9,
        snapshots_thinned: 6,
        // Snapshots, payloads and days of two, and the latest numbers.
        youtube_unauthorised: 7,
        refresh_units: 0,
      },
    },
  });
  expect(await data.snapshots(post)).toEqual([
    [100, 18],
    [95, 18],
    ...[61, 59, 3].map((day) => [day, 12]),
  ]);
  expect(await data.payloads(post)).toEqual([59, 3]);
  const kept = await data.hashOf("public.post_metrics");
  const again = await maintain();
  expect(again.body).toMatchObject({
    removed: { raw_events: 0, snapshots_thinned: 0, youtube_unauthorised: 0, refresh_units: 0 },
  });
  expect(await data.hashOf("public.post_metrics")).toBe(kept);
  expect(await data.counted(ada.workspaceId)).toEqual({
    raw_events: 9,
    snapshots_thinned: 6,
    youtube_unauthorised: 7,
  });
  const shown = await data.supabase.clientFor(ada).from("removals").select("what, rows");
  expect(new Set(shown.data?.map(({ what }) => what)).size).toBe(3);
});

it("can be called twice at once", async () => {
  const bob = await data.supabase.createUser("bob");
  const post = await data.post(bob.workspaceId, "tiktok");
  await data.sql("delete from private.retention_marks");
  for (const days of [120, 119, 118, 117]) {
    for (const hour of [3, 6, 9]) await data.snapshot(post, days, hour);
  }
  const answers = await Promise.all([maintain(), maintain(), maintain()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const thinned = answers.map(({ body }) => body.removed.snapshots_thinned);
  expect(thinned.reduce((sum: number, each: number) => sum + each, 0)).toBe(8);
  expect(await data.counted(bob.workspaceId)).toEqual({ raw_events: 12, snapshots_thinned: 8 });
  expect(await data.snapshots(post)).toHaveLength(4);
});

it("can be called twice at once when the turn of a month makes new partitions due", async () => {
  const [next] = await data.sql<{ name: string }>(
    `select 'partitions.post_metrics_' || to_char(now() at time zone 'UTC' + interval '1 month', 'YYYY_MM') as name`,
  );
  await data.sql(`drop table ${next?.name}`);
  const answers = await Promise.all([maintain(), maintain(), maintain()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(answers.map(({ body }) => body.partitions_made).sort()).toEqual([0, 0, 1]);
});
