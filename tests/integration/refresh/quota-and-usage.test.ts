import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { processes, refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";

const PROCESSES = 2;

let world: RefreshWorld;
let ada: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  await world.connect(ada, "tiktok", [world.accountOf("tiktok", "harbor.oats")]);
  await world.setSchedule(world.slot(0));
  await refreshSlot();
}, 120_000);
beforeEach(() => world.simulator.faults.set([]));
afterAll(() => world.stop());

const nextSlot = (slots = 1) => {
  slot += slots;
  return world.setSchedule(world.slot(slot));
};
const asked = (name: string) => world.requests().atMs(name);
async function requestsDuring(name: string, act: () => Promise<unknown>) {
  const before = asked(name).length;
  await act();
  return asked(name).length - before;
}
const work = async () => {
  const crons = await processes(PROCESSES);
  return Promise.all(crons.map((deliver) => deliver()));
};
describe("a daily quota", () => {
  const QUOTA = 10_000;
  /** Enough for the list of five hundred posts and a few batches. */
  const LEFT = 15;
  const spend = (units: number) =>
    world.sql(
      "update private.provider_budgets set quota_spent = $1 where provider = 'youtube_stats'",
      [units],
    );
  const spent = async () => {
    const [row] = await world.sql<{ spent: number }>(
      "select quota_spent as spent from private.provider_budgets where provider = 'youtube_stats'",
    );
    return row?.spent ?? 0;
  };

  beforeAll(async () => {
    await world.connect(ada, "youtube", [world.accountOf("youtube", "large.one")]);
    await nextSlot();
    await refreshSlot();
  }, 60_000);

  it("is reserved before the call: no more is asked than is left, the rest waits and nothing fails (invariant 13)", async () => {
    // A day later everything is due, however little is left.
    await nextSlot(4);
    await spend(QUOTA - LEFT);
    const requests = await requestsDuring("youtube", work);
    expect(requests).toBeGreaterThan(0);
    expect(requests).toBeLessThanOrEqual(LEFT);
    expect(await spent()).toBeLessThanOrEqual(QUOTA);
    const [waiting] = await world.sql<{ units: number; failed: number }>(
      `select count(*)::int as units, sum(failed)::int as failed from refresh_units
       where slot = $1 and platform = 'youtube' and status = 'queued'`,
      [world.slot(slot)],
    );
    expect(waiting?.units).toBeGreaterThan(5);
    expect(waiting?.failed).toBe(0);
  });

  it("goes on with the provider's next day (invariant 13)", async () => {
    await world.sql("update private.provider_budgets set quota_day = quota_day - 1");
    await world.endWaits();
    await work();
    expect(await world.openUnits()).toBe(0);
    expect(await spent()).toBeLessThanOrEqual(QUOTA);
    expect(await world.misfits()).toEqual([]);
  });

  it("is overdrawn when calls are not reserved (control of invariant 13)", async () => {
    const mend = await world.weaken(
      "private.reserve_exactly",
      "quota - b.quota_spent < wanted",
      "false",
    );
    await nextSlot(4);
    await spend(QUOTA - LEFT);
    const requests = await requestsDuring("youtube", work);
    await mend();
    await spend(0);
    expect(requests).toBeGreaterThan(LEFT);
  });
});

describe("Meta's usage headers", () => {
  let bob: TestUser;
  beforeAll(async () => {
    bob = await world.supabase.createUser("bob");
    const third = world.accountOf("instagram", "harbor.oats");
    await world.connect(bob, "instagram_login", [third]);
    await nextSlot();
    await refreshSlot();
  }, 60_000);
  const freed = async () => {
    world.simulator.settings.graphUsage = null;
    await world.endWaits();
    await work();
  };

  it("at 80 %: one call in ten seconds, long before the limit is hit", async () => {
    await nextSlot();
    world.simulator.settings.graphUsage = 80;
    const before = asked("instagram").length;
    await refreshSlot(`?workspace_id=${bob.workspaceId}`);
    const [list = 0, ...measuring] = asked("instagram").slice(before);
    expect(measuring.length).toBeGreaterThan(0);
    expect(Math.min(...measuring) - list).toBeGreaterThan(9_500);
    expect((await world.runs(bob.workspaceId)).at(-1)).toMatchObject({ status: "completed" });
    await freed();
  });

  it("at 95 %: not another call for five minutes, for this account alone", async () => {
    await nextSlot();
    world.simulator.settings.graphUsage = 95;
    const calls = await requestsDuring("instagram", work);
    expect(calls).toBe(1);
    const blocked = await world.sql<{ credential: string; seconds: number }>(
      `select credential, extract(epoch from blocked_until - now())::float8 as seconds
       from private.provider_budgets where blocked_until > now()`,
    );
    const [account] = (await world.accounts()).filter(({ kind }) => kind === "instagram_user");
    expect(blocked.map(({ credential }) => credential)).toEqual([account?.id]);
    expect(blocked[0]?.seconds).toBeGreaterThan(280);
    // Everybody else is done.
    const open = await world.sql<{ kind: string }>(
      "select distinct kind::text from refresh_units where status in ('queued', 'running')",
    );
    expect(open).toEqual([{ kind: "instagram_user" }]);
    await freed();
    expect(await world.openUnits()).toBe(0);
  });

  it("at 50 %: nothing waits (control)", async () => {
    await nextSlot();
    world.simulator.settings.graphUsage = 50;
    const calls = await requestsDuring("instagram", work);
    expect(calls).toBeGreaterThan(1);
    expect(await world.openUnits()).toBe(0);
    world.simulator.settings.graphUsage = null;
  });
});
