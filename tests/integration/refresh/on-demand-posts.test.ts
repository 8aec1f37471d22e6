import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestRefresh } from "@/lib/refresh/commands";
import { getRun } from "@/lib/refresh/queries";
import { runRefresh } from "@/lib/refresh/worker";
import { settleAfter } from "../../support/next-server.ts";
import { type RefreshWorld, scopeOf, startRefreshWorld } from "../../support/refresh.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;
let account: string;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  [account = ""] = await world.connect(ada, "tiktok", [world.accountOf("tiktok", "harbor.oats")]);
});
afterAll(() => world.stop());

const ask = async (what: Parameters<typeof requestRefresh>[1], user = ada) => {
  const answer = await requestRefresh(await scopeOf(user, ada.workspaceId), what);
  await settleAfter();
  return answer;
};
const work = () => runRefresh(world.db);
/** As if the last measuring lay so long ago. */
const minutesAgo = (minutes: number) =>
  world.sql(
    `alter table post_latest disable trigger never_back_in_time;
     update post_latest set captured_at = now() - interval '${minutes} minutes';
     alter table post_latest enable trigger never_back_in_time`,
  );
const aPost = async () => {
  const [post] = await world.sql<{ id: string }>(
    "select id from posts where platform = 'tiktok' order by id limit 1",
  );
  return Number(post?.id);
};

describe("a post, asked for", () => {
  beforeAll(async () => {
    await ask({ accounts: [account] });
    await work();
  });

  it("is measured by its account", async () => {
    await minutesAgo(2);
    const before = await world.snapshots();
    const { run_id } = await ask({ posts: [await aPost()] });
    await work();
    const run = await getRun(await scopeOf(ada), run_id ?? "");
    expect(run).toMatchObject({ trigger: "post", status: "completed", planned: 1, measured: 1 });
    expect(await world.snapshots()).toBe(before + 1);
    expect(
      await world.sql("select account_id, post_ids from refresh_units where run_id = $1", [run_id]),
    ).toEqual([{ account_id: account, post_ids: [String(await aPost())] }]);
  });

  it("that was measured within the minute makes no run, and says when it was", async () => {
    const before = (await world.runs()).length;
    const answer = await ask({ posts: [await aPost()] });
    expect(answer).toMatchObject({ run_id: null, already: true, measured_at: expect.any(String) });
    expect(await world.runs()).toHaveLength(before);
  });

  it("makes one run of those who ask at once", async () => {
    await minutesAgo(2);
    const before = (await world.runs()).length;
    const id = await aPost();
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask({ posts: [id] })));
    expect(new Set(answers.map(({ run_id }) => run_id)).size).toBe(1);
    expect(await world.runs()).toHaveLength(before + 1);
    await work();
  });

  it("makes two without the lock (control)", async () => {
    const mend = await world.weaken(
      "private.request_refresh",
      "perform pg_advisory_xact_lock(hashtextextended('refresh of ' || workspace, 0));",
      "",
    );
    const insert =
      "insert into public.refresh_runs (workspace_id, trigger, slot, requested_by, planned)";
    const other = await world.weaken(
      "private.request_refresh",
      insert,
      `perform pg_sleep(0.3); ${insert}`,
    );
    await minutesAgo(2);
    const before = (await world.runs()).length;
    const id = await aPost();
    const args = { workspace: ada.workspaceId, posts: [id] };
    await Promise.all(
      [1, 2, 3].map(() => world.supabase.clientFor(ada).rpc("request_refresh", args)),
    );
    await other();
    await mend();
    expect((await world.runs()).length).toBeGreaterThan(before + 1);
    await work();
  });

  it("without an account is measured as the public sees it", async () => {
    const [post] = await world.sql<{ id: string }>(
      `insert into posts (workspace_id, platform, external_id, url)
       values ($1, 'youtube', 'simPlain001', 'https://www.youtube.com/watch?v=simPlain001') returning id`,
      [ada.workspaceId],
    );
    const { run_id } = await ask({ posts: [Number(post?.id)] });
    await work();
    expect(await getRun(await scopeOf(ada), run_id ?? "")).toMatchObject({
      status: "completed",
      planned: 1,
      measured: 1,
    });
    const [snapshot] = await world.sql<{ source: string; views: string }>(
      "select source, views from post_metrics where post_id = $1",
      [post?.id],
    );
    expect(snapshot).toMatchObject({ source: "youtube_data", views: expect.any(String) });
  });

  it("of an account that is no longer connected is measured as the public sees it", async () => {
    await minutesAgo(2);
    await world.sql("update accounts set status = 'disabled'");
    const { run_id } = await ask({ posts: [await aPost()] });
    const units = await world.sql(
      "select account_id, platform from refresh_units where run_id = $1",
      [run_id],
    );
    expect(units).toEqual([{ account_id: null, platform: "tiktok" }]);
    await work();
    await world.sql("update accounts set status = 'connected'");
    expect(await getRun(await scopeOf(ada), run_id ?? "")).toMatchObject({ status: "completed" });
  });

  it("that no source can read without an account fails with the reason", async () => {
    const [post] = await world.sql<{ id: string }>(
      `insert into posts (workspace_id, platform, external_id, url)
       values ($1, 'facebook', '1_2', 'https://www.facebook.com/1/posts/2') returning id`,
      [ada.workspaceId],
    );
    const { run_id } = await ask({ posts: [Number(post?.id)] });
    await work();
    const run = await getRun(await scopeOf(ada), run_id ?? "");
    expect(run).toMatchObject({ status: "completed", planned: 1, failed: 1 });
    expect(run.errors).toEqual([{ code: "not_configured", detail: expect.any(String) }]);
  });
});
