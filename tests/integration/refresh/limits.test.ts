import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { processes, refreshSlot } from "../../support/refresh-calls.ts";
import type { TestUser } from "../../support/supabase.ts";
import { momentOf, must } from "../jobs/world.ts";

const LARGE = ["large.one", "large.two", "large.three", "large.four"];
const LANES = 6;
const PROCESSES = 2;

let world: RefreshWorld;
let ada: TestUser;
let slot = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  ada = await world.supabase.createUser("ada");
  for (const handle of LARGE) {
    await world.connect(ada, "tiktok", [world.accountOf("tiktok", handle)]);
  }
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
async function unitsOf(slotIso: string) {
  const rows = await world.sql<{ status: string; units: number }>(
    "select status, count(*)::int as units from refresh_units where slot = $1 group by 1",
    [slotIso],
  );
  return Object.fromEntries(rows.map(({ status, units }) => [status, units]));
}

describe("a storm of 429 over two processes", () => {
  const [ANSWERED, RETRY_AFTER_MS] = [25, 4000];
  /** A lane that was refused has recorded it before it claims again, so each is refused once at most. */
  const UNDERWAY = PROCESSES * LANES;
  const isNothingHeld = async () => {
    const rows = await world.sql("select from refresh_units where status = 'running'");
    return rows.length === 0;
  };

  /** How many requests a slot took in the middle of which everything was refused for a while, and which came before Retry-After. */
  async function storm() {
    await nextSlot();
    const before = asked("tiktok").length;
    const each = { platform: "tiktok", rate: 1, delaySeconds: 0.001 } as const;
    const retryAfterSeconds = RETRY_AFTER_MS / 1000;
    // Counted out, not timed: the same request is the first refused one however busy the machine is.
    world.simulator.faults.set([
      { ...each, kind: "slow", times: ANSWERED },
      { ...each, kind: "429", retryAfterSeconds },
    ]);
    const working = work();
    await expect
      .poll(() => asked("tiktok").length, { timeout: 30_000, interval: 2 })
      .toBeGreaterThan(before + ANSWERED);
    const overMs = (asked("tiktok")[before + ANSWERED] ?? 0) + RETRY_AFTER_MS;
    setTimeout(() => world.simulator.faults.set([]), RETRY_AFTER_MS / 2);
    const quietMs = await momentOf(isNothingHeld, overMs);
    await working;
    const all = asked("tiktok").slice(before);
    const early = all.slice(ANSWERED).filter((atMs) => atMs < overMs);
    return {
      requests: all.length,
      early: early.length,
      sinceQuiet: early.filter((atMs) => atMs > quietMs).length,
      hasBeenQuiet: quietMs < overMs,
    };
  }

  it("is waited out: nothing is asked before Retry-After, attempts stay ≤ 1.2 × units (invariant 12)", async () => {
    const { requests, early, ...quiet } = await storm();
    expect(early).toBeGreaterThan(0);
    expect(early).toBeLessThanOrEqual(UNDERWAY);
    expect(quiet).toEqual({ hasBeenQuiet: true, sinceQuiet: 0 });
    const { done = 0, ...others } = await unitsOf(world.slot(slot));
    expect(others).toEqual({});
    expect(done).toBeGreaterThan(80);
    expect(requests).toBeLessThanOrEqual(1.2 * done);
    const [run] = (await world.runs()).slice(-1);
    expect(run).toMatchObject({ status: "completed", failed: 0, measured: run?.planned });
    expect(await world.misfits()).toEqual([]);
  });

  it("is not, when nobody writes the refusal down (control of invariant 12)", async () => {
    const mend = await world.weaken(
      "private.report_calls",
      "greatest(b.blocked_until, clock_timestamp() + make_interval(secs => (report ->> 'after_seconds')::double precision))",
      "null",
    );
    const { early } = await storm();
    await mend();
    expect(early).toBeGreaterThan(2 * UNDERWAY);
  });
});

describe("a platform that only fails", () => {
  const broken = { platform: "tiktok", kind: "5xx", rate: 1, delaySeconds: 1 } as const;
  const minute = async () => {
    await world.endWaits();
    await work();
  };

  beforeAll(async () => {
    // What comes now needs several accounts, not large ones.
    const client = world.supabase.clientFor(ada);
    for (const { id } of (await world.accounts()).slice(1)) {
      await must(client.rpc("enable_account", { account: id, enabled: false }));
    }
    await world.connect(ada, "tiktok", [world.accountOf("tiktok", "harbor.oats")]);
    await nextSlot();
    await refreshSlot();
  }, 60_000);

  it("is probed once a minute by all accounts and processes together (invariant 14)", async () => {
    await nextSlot();
    world.simulator.faults.set([broken]);
    const first = await requestsDuring("tiktok", work);
    expect(first).toBeGreaterThanOrEqual(5);
    // What was underway when the fifth failure was recorded.
    expect(first).toBeLessThanOrEqual(5 + PROCESSES * LANES);
    for (const _minute of [1, 2]) {
      expect(await requestsDuring("tiktok", minute)).toBe(1);
    }
    const [wait] = await world.sql<{ seconds: number }>(
      `select extract(epoch from max(blocked_until) - now())::float8 as seconds
       from private.provider_budgets where provider = 'tiktok_display'`,
    );
    expect(wait?.seconds).toBeGreaterThan(0);
    expect(wait?.seconds).toBeLessThanOrEqual(60);
  });

  it("is asked by each account with its first answer, and all is done (invariant 14)", async () => {
    world.simulator.faults.set([]);
    await minute();
    expect(await world.openUnits()).toBe(0);
    const [run] = (await world.runs()).slice(-1);
    expect(run).toMatchObject({ status: "completed", failed: 0 });
    expect(await world.misfits()).toEqual([]);
  });

  it("is asked again and again without the breaker (control of invariant 14)", async () => {
    await nextSlot();
    world.simulator.faults.set([broken]);
    await world.sql("update private.provider_budgets set failures = 5");
    const mend = await world.weaken("private.reserve_exactly", "b.failures >= 5", "false");
    const probes = await requestsDuring("tiktok", minute);
    await mend();
    world.simulator.faults.set([]);
    await world.endWaits();
    await world.sql("update private.provider_budgets set failures = 0, blocked_until = null");
    await work();
    expect(probes).toBeGreaterThan(1);
  });
});
