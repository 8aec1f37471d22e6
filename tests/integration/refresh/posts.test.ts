import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RefreshWorld, refreshSlot, startRefreshWorld } from "../../support/refresh.ts";
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

describe("a retired metric", () => {
  /** Which column of a source is empty, and for which reason. */
  const absences = (source: string, column: string) =>
    world.sql<{ reason: string | null; others: number }>(
      `select distinct absent ->> $2 as reason, count(likes)::int > 0 as others from post_metrics
       where source = $1 and bucket_at = $3 group by 1`,
      [source, column, world.slot(slot)],
    );
  const RETIRED = [
    ["instagram_user", "instagram_graph", "saved", "saves"],
    ["facebook_page", "facebook_graph", "post_clicks", "clicks"],
    ["linkedin_member", "linkedin_member", "POST_SAVE", "saves"],
  ] as const;

  beforeAll(async () => {
    await world.connect(ada, "instagram_login", [
      world.accountOf("instagram", "northlight.studio"),
    ]);
    await world.connect(ada, "facebook", [world.accountOf("facebook", "northlight.studio")]);
    const member = world.accountOf("linkedin", "northlight.studio");
    const [id] = await world.connect(ada, "linkedin", [member]);
    // A member's posts are not listed by LinkedIn: they come by their links.
    for (const { id: urn, publishedMs } of world.posts(member, world.slot(0))) {
      await world.sql(
        `with post as (
           insert into posts (workspace_id, platform, external_id, url, published_at)
           values ($1, 'linkedin', $2, 'https://www.linkedin.com/feed/update/' || $2, $3) returning id)
         insert into account_posts (post_id, workspace_id, account_id, api_id) select id, $1, $4, $2 from post`,
        [ada.workspaceId, urn, new Date(publishedMs).toISOString(), id],
      );
    }
  });

  it("was measured before (control of invariant 18)", async () => {
    await refreshSlot();
    for (const [, source, , column] of RETIRED) {
      expect(await absences(source, column)).toContainEqual({ reason: null, others: true });
    }
    for (const { rejected_metrics } of await world.accounts()) expect(rejected_metrics).toEqual({});
  });

  it("costs its own column alone, and is kept with the account (invariant 18)", async () => {
    world.simulator.settings.retiredMetrics = RETIRED.map(([, , name]) => name);
    await goTo(1);
    const answer = await refreshSlot();
    expect(answer.summary.totalErrors).toBe(0);
    expect(await runNow()).toMatchObject({ status: "completed", failed: 0 });
    const accounts = await world.accounts();
    for (const [kind, source, name, column] of RETIRED) {
      const found = await absences(source, column);
      expect(found.map(({ reason }) => reason)).not.toContain(null);
      expect(found.some(({ others }) => others)).toBe(true);
      const account = accounts.find((each) => each.kind === kind);
      expect(account?.rejected_metrics).toMatchObject({
        [name]: { metric: column, detail: expect.any(String), at: expect.any(String) },
      });
    }
  });

  it("is not asked for again for a day, and then it is", async () => {
    world.simulator.settings.retiredMetrics = [];
    await goTo(2);
    await refreshSlot();
    for (const [, source, , column] of RETIRED) {
      expect((await absences(source, column)).map(({ reason }) => reason)).not.toContain(null);
    }
    await world.sql(
      `update accounts set rejected_metrics = (
         select coalesce(jsonb_object_agg(key, value || jsonb_build_object('at', now() - interval '25 hours')), '{}')
         from jsonb_each(rejected_metrics))`,
    );
    await goTo(3);
    await refreshSlot();
    for (const [, source, , column] of RETIRED) {
      expect(await absences(source, column)).toContainEqual({ reason: null, others: true });
    }
  });
});

describe("a post", () => {
  let posts: { id: string; external_id: string }[];
  let failing: number;

  beforeAll(async () => {
    await world.sql("update accounts set status = 'disabled'");
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
      batch_sizes: {},
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
