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

/** How many posts of thirty days the simulator has, by source of their numbers. */
function expectedPosts() {
  const of = (connection: Connection, handle: string) =>
    world.posts(world.accountOf(connection, handle), world.slot(0)).length;
  const third = "northlight.studio";
  return {
    facebook_graph: of("facebook", third),
    instagram_graph: of("instagram", third) + of("instagram", "harbor.oats"),
    linkedin_org: of("linkedin", "harbor.oats"),
    tiktok_display: of("tiktok", third),
    youtube_analytics: of("youtube", third),
    youtube_data: of("youtube", third),
  };
}

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
    const sources = await world.sql<{ source: string; posts: number }>(
      `select source, count(*)::int as posts, count(distinct post_id)::int as different,
         min(bucket_at) = $1 and max(bucket_at) = $1 as in_slot, bool_and(is_simulated) as simulated
       from post_metrics group by source order by source`,
      [world.slot(0)],
    );
    expect(sources).toEqual(
      Object.entries(expectedPosts()).map(([source, posts]) => ({
        source,
        posts,
        different: posts,
        in_slot: true,
        simulated: true,
      })),
    );
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

  it("are measured once more in the next slot, with fewer calls to find posts", async () => {
    await world.setSchedule(world.slot(1));
    const next = await refreshSlot();
    expect(next.runId).not.toBe(answer.runId);
    expect(next.summary.totalMetricsUpdated).toBe(answer.summary.totalMetricsUpdated);
    expect(await world.snapshots(world.slot(1))).toBe(await world.snapshots(world.slot(0)));
  });
});
