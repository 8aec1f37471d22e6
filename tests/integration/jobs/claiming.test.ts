import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { workOnQueue } from "./api.ts";
import { claim, settle } from "./queue.ts";
import { plainIds, startWorld, type World } from "./world.ts";

let world: World;
let ada: TestUser;
let bob: TestUser;

beforeAll(async () => {
  world = await startWorld();
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
});
afterEach(async () => {
  vi.useRealTimers();
  await world.sql("update jobs set status = 'cancelled' where status = 'running'");
});
afterAll(() => world.stop());

describe("eight workers at once", () => {
  const ITEMS = 4000;

  /** How many rows eight workers get in all, and how many different ones. */
  async function race() {
    const seen: number[] = [];
    async function worker() {
      for (let got = await claim(world.db); got; got = await claim(world.db)) {
        seen.push(...got.rows.map(({ row_number }) => row_number));
      }
    }
    const ends = await Promise.allSettled(Array.from({ length: 8 }, worker));
    const broken = ends.filter(({ status }) => status === "rejected").length;
    return { claimed: seen.length, different: new Set(seen).size, broken };
  }

  it("get each row once (invariant 3)", async () => {
    await world.createJob(ada, plainIds(ITEMS));
    expect(await race()).toEqual({ claimed: ITEMS, different: ITEMS, broken: 0 });
  });

  it("get rows twice, or in each other's way, once a claim does not lock them (control of invariant 3)", async () => {
    await world.createJob(ada, plainIds(1000));
    const mend = await world.weaken(
      "public.claim_rows",
      "lane.batch_size * lane.max_calls)\n      for update skip locked",
      "lane.batch_size * lane.max_calls)",
    );
    const { claimed, different, broken } = await race();
    await mend();
    expect(claimed - different + broken).toBeGreaterThan(0);
  });
});

describe("a worker that died", () => {
  it("blocks its rows until the lease ends, by the database's clock alone (invariant 4)", async () => {
    const job = await world.createJob(ada, plainIds(10));
    const dead = await claim(world.db, { leaseSeconds: 4 });
    for (const hours of [-1, 1]) {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
      expect(await claim(world.db)).toBeNull();
      vi.useRealTimers();
    }
    await expect.poll(() => claim(world.db), { timeout: 20_000, interval: 100 }).not.toBeNull();
    if (!dead) throw new Error("nothing to claim");
    expect(await settle(world.db, dead)).toBe("refused");
    expect(await world.states(job)).toEqual({ running: 10 });
  });

  it("is found dead by the next worker, one tick after the lease (invariant 4)", async () => {
    const job = await world.createJob(ada, plainIds(120));
    await claim(world.db, { batchSize: 60, leaseSeconds: 1 });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
    const { rows } = await workOnQueue();
    expect(rows).toBe(120);
    expect(await world.jobOf(job)).toMatchObject({ status: "completed", succeeded_rows: 120 });
  });

  it("keeps its rows for ever when nobody frees them (control of invariant 4)", async () => {
    await world.createJob(ada, plainIds(3));
    const mend = await world.weaken("private.recover_leases", "limit 5000", "limit 0");
    await claim(world.db);
    await world.endLeases();
    expect(await claim(world.db)).toBeNull();
    await mend();
    expect(await claim(world.db)).not.toBeNull();
  });
});

describe("workspaces", () => {
  /** How many claims go to others before Bob's few rows are taken, beside Ada's many. */
  async function claimsBeforeBob() {
    await world.createJob(ada, plainIds(3000));
    for (let ticks = 0; ticks < 5; ticks++) await claim(world.db);
    await world.createJob(bob, plainIds(10));
    for (let ticks = 1; ; ticks++) {
      const got = await claim(world.db);
      if (!got || got.workspace_id === bob.workspaceId) return ticks;
    }
  }

  it("take turns: ten rows beside thousands wait two claims at most (invariant 7)", async () => {
    // Twice, so that luck with the order of ids does not look like fairness.
    for (const _round of [1, 2]) expect(await claimsBeforeBob()).toBeLessThanOrEqual(2);
  });

  it("do not take turns in the order of making (control of invariant 7)", async () => {
    const mend = await world.weaken(
      "public.claim_rows",
      "max(l.last_claimed_at) over (partition by l.workspace_id) nulls first",
      "j.created_at",
    );
    const ticks = await claimsBeforeBob();
    await mend();
    expect(ticks).toBeGreaterThan(2);
  });

  it("have one turn each, however many jobs one of them runs (invariant 7)", async () => {
    for (const _job of [1, 2, 3]) await world.createJob(ada, plainIds(500));
    await world.createJob(bob, plainIds(500));
    const turns: (string | undefined)[] = [];
    for (let tick = 0; tick < 8; tick++) turns.push((await claim(world.db))?.workspace_id);
    expect(turns.filter((workspace) => workspace === bob.workspaceId)).toHaveLength(4);
  });
});
