import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelRefresh, requestRefresh } from "@/lib/refresh/commands";
import { getRun } from "@/lib/refresh/queries";
import { runRefresh } from "@/lib/refresh/worker";
import { settleAfter } from "../../support/next-server.ts";
import { type RefreshWorld, scopeOf, startRefreshWorld } from "../../support/refresh.ts";
import { leaseUnits, settleUnit } from "../../support/refresh-units.ts";
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
/** What the database answers a person who asks: a run, or the code of the refusal. */
async function refusal(user: TestUser, args: { accounts?: string[]; posts?: number[] }) {
  const client = world.supabase.clientFor(user);
  const { error } = await client.rpc("request_refresh", {
    workspace: ada.workspaceId,
    ...args,
  });
  return error?.code ?? null;
}
const aPost = async () => {
  const [post] = await world.sql<{ id: string }>(
    "select id from posts where platform = 'tiktok' order by id limit 1",
  );
  return Number(post?.id);
};

describe("an account, asked for", () => {
  it("has its posts found and measured at once", async () => {
    const { run_id, already } = await ask({ accounts: [account] });
    expect(already).toBe(false);
    await work();
    const run = await getRun(await scopeOf(ada), run_id ?? "");
    const posts = world.posts(world.accountOf("tiktok", "harbor.oats"), new Date().toISOString());
    expect(run).toMatchObject({
      trigger: "account",
      status: "completed",
      planned: posts.length,
      measured: posts.length,
      found: posts.length,
      units_open: 0,
      errors: [],
    });
    expect(await world.snapshots()).toBe(posts.length);
    expect(await world.misfits()).toEqual([]);
  });

  it("is not asked for again within two minutes, and no run is made", async () => {
    const before = (await world.runs()).length;
    expect(await refusal(ada, { accounts: [account] })).toBe("PT429");
    expect(await world.runs()).toHaveLength(before);
    await world.sql("update refresh_runs set created_at = now() - interval '3 minutes'");
    expect(await refusal(ada, { accounts: [account] })).toBeNull();
    await work();
  });

  it("makes one run of two who ask at once", async () => {
    await world.sql("update refresh_runs set created_at = now() - interval '3 minutes'");
    const before = (await world.runs()).length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask({ accounts: [account] })),
    );
    expect(new Set(answers.map(({ run_id }) => run_id)).size).toBe(1);
    expect(answers.filter(({ already }) => !already)).toHaveLength(1);
    expect(await world.runs()).toHaveLength(before + 1);
    await work();
  });
});

describe("who may ask", () => {
  it("viewers may not: 403; strangers find nothing: 404", async () => {
    const [viewer, stranger] = [
      await world.supabase.createUser("vera"),
      await world.supabase.createUser("mallory"),
    ];
    await world.supabase.addMember(ada.workspaceId, viewer, "viewer");
    const posts = [await aPost()];
    const before = (await world.runs()).length;
    for (const what of [{ accounts: [account] }, { posts }]) {
      expect(await refusal(viewer, what)).toBe("PT403");
      expect(await refusal(stranger, what)).toBe("PT404");
    }
    // In the own workspace, another's account and post are not there.
    const own = world.supabase.clientFor(stranger);
    for (const what of [{ accounts: [account] }, { posts }]) {
      const { error } = await own.rpc("request_refresh", {
        workspace: stranger.workspaceId,
        ...what,
      });
      expect(error?.code).toBe("PT404");
    }
    expect(await world.runs()).toHaveLength(before);
  });
});

describe("a run that is cancelled", () => {
  it("begins nothing more, also when its list ends afterwards, and counts what was left", async () => {
    await world.sql("update refresh_runs set created_at = now() - interval '3 minutes'");
    const { run_id } = await ask({ accounts: [account] });
    const scope = await scopeOf(ada);
    const [list] = await leaseUnits(world.db);
    if (!list) throw new Error("There is no list.");
    const stranger = await world.supabase.createUser("mallory");
    const { error } = await world.supabase
      .clientFor(stranger)
      .rpc("cancel_refresh", { run: run_id ?? "" });
    expect(error?.code).toBe("PT404");

    await cancelRefresh(scope, run_id ?? "");
    const before = world.requests().count("tiktok");
    expect(await settleUnit(world.db, list)).toBeNull();
    await work();
    expect(world.requests().count("tiktok")).toBe(before);
    const run = await getRun(scope, run_id ?? "");
    expect(run).toMatchObject({ status: "cancelled", measured: 0, units_open: 0 });
    expect(run.planned).toBeGreaterThan(0);
    expect(run.skipped.cancelled).toBe(run.planned);
    expect(await world.misfits()).toEqual([]);
  });
});
