import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import { workByHand } from "../../support/refresh-units.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.setSchedule(world.slot(0));
});
afterAll(() => world.stop());

const goTo = (number: number) => {
  slot = number;
  return world.setSchedule(world.slot(slot));
};
const runNow = async () => (await world.runs()).at(-1);
const coverOf = async (postId: string | number) => {
  const [row] = await world.sql<Cover>("select * from account_posts where post_id = $1", [postId]);
  if (!row) throw new Error("No account has this post.");
  return row;
};
type Cover = {
  failures: number;
  retry_at: Date | null;
  error_code: string | null;
  error_detail: string | null;
  gone_at: Date | null;
};

describe("a post", () => {
  let posts: { id: string; external_id: string }[];
  let failing: number;

  beforeAll(async () => {
    await world.connect(ada, "tiktok", [world.accountOf("tiktok", "northlight.studio")]);
    await goTo(4);
    await refreshSlot();
    posts = await world.sql(
      "select id, external_id from posts where platform = 'tiktok' order by published_at desc",
    );
    failing = Number(posts[0]?.id);
  });

  it("that fails again and again waits twice as long each time, up to a week", async () => {
    const tried: number[] = [];
    for (let later = 0; later <= 60; later++) {
      await goTo(5 + later);
      await world.db.rpc("plan_refresh");
      const units = await workByHand(world.db, ({ posts: due }) => ({
        failed: due.map(({ post_id }) => post_id).filter((id) => id === failing),
      }));
      const due = units.flatMap((unit) => unit.posts.map(({ post_id }) => post_id));
      if (due.includes(failing)) tried.push(later);
      const run = await runNow();
      expect(run?.skipped.backed_off ?? 0).toBe(due.includes(failing) ? 0 : 1);
      expect(run?.failed).toBe(due.includes(failing) ? 1 : 0);
    }
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 59]);
    expect(await world.misfits()).toEqual([]);
  }, 120_000);

  it("that fails is listed with its reason", async () => {
    expect(await coverOf(failing)).toMatchObject({
      failures: 7,
      error_code: "provider_error",
      error_detail: "The platform broke.",
    });
    const client = world.supabase.clientFor(ada);
    const { data } = await client.rpc("list_accounts", { workspace: ada.workspaceId });
    expect(data).toContainEqual(
      expect.objectContaining({
        platform: "tiktok",
        posts_failing: 1,
        posts_covered: posts.length,
      }),
    );
  });

  it("that succeeds again is as if it had never failed", async () => {
    await goTo(5 + 59 + 28);
    await refreshSlot();
    expect(await coverOf(failing)).toMatchObject({
      failures: 0,
      retry_at: null,
      error_code: null,
      error_detail: null,
    });
  });

  it("that is gone is marked, keeps its history and is asked for no more", async () => {
    const [, post] = posts;
    const gone = `tiktok ${post?.external_id}`;
    world.simulator.gone.add(gone);
    const history = () =>
      world.sql("select views from post_metrics where post_id = $1", [post?.id]);
    const before = await history();
    // Whatever its age, it is due.
    await world.sql("update account_posts set measured_slot = null where post_id = $1", [post?.id]);
    await world.sql("update posts set published_at = $2 where id = $1", [
      post?.id,
      world.slot(slot),
    ]);
    await goTo(slot + 1);
    await refreshSlot();
    expect(await runNow()).toMatchObject({ gone: 1, failed: 0 });
    expect((await coverOf(post?.id ?? "")).gone_at).not.toBeNull();
    expect(await history()).toHaveLength(before.length);

    await goTo(slot + 1);
    await refreshSlot();
    expect((await runNow())?.skipped.gone).toBe(1);
    expect(await history()).toHaveLength(before.length);
    expect(await world.misfits()).toEqual([]);
  });

  it("that is found again goes on", async () => {
    const [, post] = posts;
    world.simulator.gone.clear();
    // As it was in the days when the list still reached it.
    await world.setSchedule(world.slot(0));
    world.clock.ms = Date.now();
    await world.sql("update accounts set listed_at = null");
    const client = world.supabase.clientFor(ada);
    const [account] = (await world.accounts()).filter(({ kind }) => kind === "tiktok_user");
    await client.rpc("request_refresh", {
      workspace: ada.workspaceId,
      accounts: [account?.id ?? ""],
    });
    const { runRefresh } = await import("@/lib/refresh/worker");
    const { count: before = 0 } = (await historyCount(post?.id)) ?? {};
    await runRefresh(world.db);
    expect(await coverOf(post?.id ?? "")).toMatchObject({ gone_at: null });
    expect((await historyCount(post?.id))?.count).toBe(before + 1);
  });
});

async function historyCount(postId: string | undefined) {
  const [row] = await world.sql<{ count: number }>(
    "select count(*)::int as count from post_metrics where post_id = $1",
    [postId],
  );
  return row;
}
