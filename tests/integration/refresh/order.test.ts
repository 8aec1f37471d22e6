import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshSlot } from "../../support/refresh-calls.ts";
import { leaseUnits, settleUnit, workByHand } from "../../support/refresh-units.ts";
import type { TestUser } from "../../support/supabase.ts";
import { must } from "../jobs/world.ts";

const LARGE = ["large.one", "large.two", "large.three", "large.four"];
/** Units a worker has at once. */
const LANES = 6;

let world: RefreshWorld;
let ada: TestUser;
let bob: TestUser;
let slot = 0;

beforeAll(async () => {
  // A worker keeps 40 s for its last call, so this one may claim for three seconds.
  world = await startRefreshWorld({ WORKER_BUDGET_SECONDS: "43" });
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
  for (const handle of LARGE) {
    await world.connect(ada, "tiktok", [world.accountOf("tiktok", handle)]);
  }
  await world.connect(bob, "tiktok", [world.accountOf("tiktok", "northlight.studio")]);
  await world.setSchedule(world.slot(0));
  await allOf();
}, 120_000);
afterAll(() => world.stop());

const nextSlot = () => {
  slot += 1;
  return world.setSchedule(world.slot(slot));
};
/** Calls the cron until nothing remains. Returns how often. */
async function allOf() {
  for (let calls = 1; ; calls++) {
    if ((await refreshSlot()).remaining === 0) return calls;
    if (calls === 40) throw new Error("The slot does not end.");
  }
}

describe("a small workspace beside a large one", () => {
  /** How many of Ada's units went before Bob's last. */
  async function unitsBeforeBob() {
    await nextSlot();
    await world.db.rpc("plan_refresh");
    const units = await workByHand(world.db);
    const owners = units.map(({ workspace_id }) => workspace_id);
    expect(owners.length).toBeGreaterThan(80);
    return owners
      .slice(0, owners.lastIndexOf(bob.workspaceId))
      .filter((owner) => owner === ada.workspaceId).length;
  }

  it("is done within the first ticks (invariant 7)", async () => {
    expect(await unitsBeforeBob()).toBeLessThanOrEqual(LANES);
  });

  it("waits for all of it when turns are not kept (control of invariant 7)", async () => {
    const mend = await world.weaken(
      "public.claim_units",
      "order by turn, id limit 1",
      `order by workspace_id <> '${ada.workspaceId}', turn, id limit 1`,
    );
    const before = await unitsBeforeBob();
    await mend();
    expect(before).toBeGreaterThan(80);
  });

  it("is not delayed by an account whose limit is spent (invariant 7)", async () => {
    await nextSlot();
    const [blocked] = (await world.accounts()).filter(({ name }) => name.includes("one"));
    await world.sql(
      "update private.provider_budgets set blocked_until = now() + interval '1 hour' where credential = $1",
      [blocked?.id],
    );
    for (let call = 0; call < 15; call++) await refreshSlot();
    const open = await world.sql(
      "select distinct account_id from refresh_units where status = 'queued'",
    );
    expect(open).toEqual([{ account_id: blocked?.id }]);
    await world.endWaits();
    await allOf();
    expect(await world.misfits()).toEqual([]);
  });
});

describe("a worker whose time is nearly up", () => {
  it("claims nothing more, cuts nothing off, says what remains, and hands on (invariant 8)", async () => {
    await nextSlot();
    const slow = { kind: "slow", delaySeconds: 1.5, rate: 1 } as const;
    world.simulator.faults.set([{ platform: "tiktok", ...slow }]);
    const calls = vi.spyOn(globalThis, "fetch");
    const answer = await refreshSlot();
    world.simulator.faults.set([]);
    expect(answer.remaining).toBeGreaterThan(0);
    const rows = await world.sql<{ status: string; units: number; lost: number }>(
      "select status, count(*)::int as units, sum(lost)::int as lost from refresh_units where slot = $1 group by 1",
      [world.slot(slot)],
    );
    const units = Object.fromEntries(rows.map((row) => [row.status, row.units]));
    expect(units.running).toBeUndefined();
    // Three seconds to claim in, each call takes half of that.
    expect(units.done).toBeGreaterThan(0);
    expect(units.done).toBeLessThanOrEqual(3 * LANES);
    expect(rows.every(({ lost }) => lost === 0)).toBe(true);
    const handedOn = calls.mock.calls.filter(
      ([url]) => String(url) === "http://app.test/api/worker",
    );
    expect(handedOn).toHaveLength(1);
    calls.mockRestore();
  });

  it("has its rest done by the next calls (control of invariant 8)", async () => {
    const before = (await world.runs()).length;
    await allOf();
    expect(await world.runs()).toHaveLength(before);
    expect(await world.misfits()).toEqual([]);
    expect(await world.doubles()).toEqual([]);
  });
});

describe("a worker that comes too late", () => {
  beforeAll(async () => {
    const large = (await world.accounts()).filter(
      ({ workspace_id }) => workspace_id === ada.workspaceId,
    );
    const client = world.supabase.clientFor(ada);
    for (const { id } of large) {
      await must(client.rpc("enable_account", { account: id, enabled: false }));
    }
  });

  const truth = async () => ({
    snapshots: await world.snapshots(),
    sums: await world.sql(
      "select id, measured, gone, failed, found, calls from refresh_runs order by id",
    ),
    units: await world.sql(
      "select id, status, lease_token, measured, calls from refresh_units order by id",
    ),
    posts: await world.sql(
      "select post_id, failures, measured_slot, gone_at from account_posts order by 1",
    ),
    budgets: await world.sql(
      "select provider, credential, failures, quota_spent from private.provider_budgets order by 1, 2",
    ),
  });

  /** A unit that one worker held too long and another has now. */
  async function overtaken() {
    await nextSlot();
    await world.db.rpc("plan_refresh");
    for (;;) {
      const [held] = await leaseUnits(world.db);
      if (!held) throw new Error("There is nothing to measure.");
      if (held.task === "list") {
        await settleUnit(world.db, held);
        continue;
      }
      await world.sql(
        "update refresh_units set leased_until = now() - interval '1 s' where id = $1",
        [held.unit_id],
      );
      return held;
    }
  }

  it("is refused with 409, before and after another has its unit, and changes nothing (invariant 2)", async () => {
    const late = await overtaken();
    const [post] = late.posts;
    const failed = post ? [post.post_id] : [];
    const before = await truth();
    expect(await settleUnit(world.db, late, { failed })).toBe("PT409");
    expect(await truth()).toEqual(before);

    const now = await leaseUnits(world.db, 1);
    expect(now.map(({ unit_id }) => unit_id)).toEqual([late.unit_id]);
    const taken = await truth();
    expect(await settleUnit(world.db, late, { failed })).toBe("PT409");
    expect(await truth()).toEqual(taken);

    const [holder] = now;
    if (!holder) throw new Error("Nobody holds it.");
    expect(await settleUnit(world.db, holder)).toBeNull();
    const ended = await truth();
    expect(await settleUnit(world.db, holder)).toBe("PT409");
    expect(await truth()).toEqual(ended);
    await allOf();
    expect(await world.misfits()).toEqual([]);
  });

  it("is heard when nobody looks at the lease (control of invariant 2)", async () => {
    const late = await overtaken();
    const mend = await world.weaken(
      "public.settle_unit",
      "and lease_token = (batch ->> 'lease_token')::uuid and leased_until > clock_timestamp()",
      "",
    );
    expect(await settleUnit(world.db, late)).toBeNull();
    await mend();
    await allOf();
  });
});
