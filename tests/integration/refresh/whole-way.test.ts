import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "@/lib/platforms/connected";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot, type SlotAnswer } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

const PLATFORMS = ["facebook", "instagram", "linkedin", "tiktok", "youtube"];

let world: RefreshWorld;
let ada: TestUser;
let answer: SlotAnswer;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.setSchedule(world.slot(0));
});
afterAll(() => world.stop());

async function run() {
  const [newest] = (await world.runs()).slice(-1);
  if (!newest) throw new Error("There is no run.");
  return newest;
}

const MEASURED: [source: string, connection: Connection, handle: string][] = [
  ["facebook_graph", "facebook", "northlight.studio"],
  ["instagram_graph", "instagram", "northlight.studio"],
  ["instagram_graph", "instagram", "harbor.oats"],
  ["linkedin_org", "linkedin", "harbor.oats"],
  ["tiktok_display", "tiktok", "northlight.studio"],
  ["youtube_data", "youtube", "northlight.studio"],
];

/** How many posts the simulator has of so many days before a slot, by source of their numbers. */
function published(slotIso: string, days = 30) {
  const counts: Record<string, number> = {};
  for (const [source, connection, handle] of MEASURED) {
    const { length } = world.posts(world.accountOf(connection, handle), slotIso, days);
    counts[source] = (counts[source] ?? 0) + length;
  }
  return counts;
}

/** How many posts have a snapshot in a slot, and no second one, by source. */
async function measuredPosts(slotIso: string) {
  const sources = await world.sql<{ source: string; posts: number }>(
    `select source, count(*)::int as posts, count(distinct post_id)::int as different,
       bool_and(is_simulated) as simulated
     from post_metrics where bucket_at = $1 group by source`,
    [slotIso],
  );
  for (const each of sources)
    expect(each).toMatchObject({ different: each.posts, simulated: true });
  const counts = Object.fromEntries(sources.map(({ source, posts }) => [source, posts]));
  const { youtube_analytics: _late, ...prompt } = counts;
  return prompt;
}

/** Analytics comes late: it should have each video of four days ago and before, and none of the last two days. */
const analyticsMisfits = (slotIso: string) =>
  world.sql(
    `select p.published_at, a.post_id is not null as measured from posts p
     join post_metrics d on d.post_id = p.id and d.bucket_at = $1 and d.source = 'youtube_data'
     left join post_metrics a on a.post_id = p.id and a.bucket_at = $1 and a.source = 'youtube_analytics'
     where p.published_at <= $1::timestamptz - interval '4 days' and a.post_id is null
       or p.published_at > $1::timestamptz - interval '2 days' and a.post_id is not null`,
    [slotIso],
  );

describe("six accounts and one slot", () => {
  it("are connected, each by its own way", async () => {
    await world.connectSix(ada);
    expect((await world.accounts()).map(({ kind, status }) => [kind, status])).toEqual([
      ["youtube_channel", "connected"],
      ["tiktok_user", "connected"],
      ["instagram_page", "connected"],
      ["instagram_user", "connected"],
      ["facebook_page", "connected"],
      ["linkedin_organization", "connected"],
      ["linkedin_member", "connected"],
    ]);
  });

  it("are measured by one call of the studio's cron, with the answer that schedulers know", async () => {
    answer = await refreshSlot();
    const { measured } = await run();
    expect(answer).toMatchObject({
      ok: true,
      message: `Refreshed metrics for ${measured} posts across 5 platform connections`,
      summary: { totalPostsProcessed: measured, totalMetricsUpdated: measured, totalErrors: 0 },
      remaining: 0,
      runId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(Object.keys(answer.summary.byPlatform).sort()).toEqual(PLATFORMS);
    expect(answer.details.map(({ platform }) => platform).sort()).toEqual(PLATFORMS);
    for (const { platform, ...detail } of answer.details) {
      const { processed } = answer.summary.byPlatform[platform] ?? {};
      expect(processed).toBeGreaterThan(0);
      expect(detail).toEqual({
        workspaceId: ada.workspaceId,
        postsProcessed: processed,
        metricsUpdated: processed,
        errors: [],
      });
    }
  });

  it("leave a run whose sums fit, and one snapshot a post and source in the slot's bucket", async () => {
    const { planned, measured, ...rest } = await run();
    expect(rest).toMatchObject({
      trigger: "schedule",
      status: "completed",
      gone: 0,
      failed: 0,
      skipped: {},
      found: planned,
    });
    expect(measured).toBe(planned);
    expect(await world.misfits()).toEqual([]);
    expect(await measuredPosts(world.slot(0))).toEqual(published(world.slot(0)));
    expect(await analyticsMisfits(world.slot(0))).toEqual([]);
    expect(await world.snapshots()).toBe(await world.snapshots(world.slot(0)));
  });

  it("show in the latest numbers what is in the newest snapshot", async () => {
    expect(
      await world.sql(
        `select from post_latest l join post_metrics m using (post_id, bucket_at, source)
         where m.views is distinct from l.views or m.likes is distinct from l.likes`,
      ),
    ).toEqual([]);
    const [row] = await world.sql<{ posts: number }>(
      "select count(*)::int as posts from post_latest",
    );
    expect(row?.posts).toBe((await run()).measured);
  });

  it("are not measured again by a second delivery of the slot, nor asked for (invariant 9)", async () => {
    const before = [await world.snapshots(), world.requests().count("facebook")];
    const again = await refreshSlot();
    expect(again).toEqual(answer);
    expect([await world.snapshots(), world.requests().count("facebook")]).toEqual(before);
  });

  it("are measured once more in the next slot, with what was published meanwhile", async () => {
    await world.setSchedule(world.slot(1));
    const next = await refreshSlot();
    expect(next.runId).not.toBe(answer.runId);
    // And without what has become older than thirty days.
    expect(await measuredPosts(world.slot(1))).toEqual(published(world.slot(1)));
    expect(await analyticsMisfits(world.slot(1))).toEqual([]);
    const { planned, measured, found } = await run();
    expect(next.summary.totalMetricsUpdated).toBe(measured);
    expect(measured).toBe(planned);
    const meanwhile = Object.values(published(world.slot(0), 0)).reduce((sum, each) => sum + each);
    expect(found).toBe(meanwhile);
  });
});
