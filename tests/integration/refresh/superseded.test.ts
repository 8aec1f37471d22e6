import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RefreshWorld, startRefreshWorld } from "../../support/refresh.ts";
import { refreshMinute, refreshSlot } from "../../support/refresh-calls.ts";
import { leaseUnits, settleUnit } from "../../support/refresh-units.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: RefreshWorld;
let ada: TestUser;
let bob: TestUser;
/** Slots go on from test to test. */
let now = 0;

beforeAll(async () => {
  world = await startRefreshWorld();
  [ada, bob] = [await world.supabase.createUser("ada"), await world.supabase.createUser("bob")];
  await world.connect(ada, "tiktok", [world.accountOf("tiktok", "papertrail.maps")]);
  await world.connect(ada, "youtube", [world.accountOf("youtube", "northlight.studio")]);
  await world.connect(bob, "tiktok", [world.accountOf("tiktok", "northlight.studio")]);
});
afterAll(() => world.stop());

const goTo = (slot: number, hours = 0) => {
  now = slot;
  return world.setSchedule(world.slot(slot, hours));
};
describe("what a slot did not get to", () => {
  it("is left to the next one, counted as superseded", async () => {
    await goTo(now + 1);
    const idle = await world.weaken(
      "public.claim_units",
      "where status = 'queued' and",
      "where status = 'queued' and task <> 'measure' and",
    );
    const first = await refreshSlot();
    await idle();
    expect(first.remaining).toBeGreaterThan(0);
    expect(first.summary.totalMetricsUpdated).toBe(0);

    await goTo(now + 1);
    const next = await refreshSlot();
    expect(next.remaining).toBe(0);
    expect(await world.snapshots(world.slot(now - 1))).toBe(0);
    const old = (await world.runs()).filter(
      ({ slot }) => +slot === Date.parse(world.slot(now - 1)),
    );
    for (const run of old) {
      expect(run).toMatchObject({ status: "completed", measured: 0 });
      expect(run.skipped.superseded).toBe(run.planned);
    }
    expect(old).toHaveLength(2);
    expect(await world.misfits()).toEqual([]);
  });

  it("is not begun again by a list that ends late", async () => {
    await goTo(now + 1);
    const late = await lateLists();
    await goTo(now + 1);
    await refreshSlot();
    for (const list of late) expect(await settleUnit(world.db, list)).toBeNull();
    await refreshSlot();
    expect(await world.openUnits()).toBe(0);
    expect(await world.snapshots(world.slot(now - 1))).toBe(0);
    expect(await world.misfits()).toEqual([]);
  });
});

/** Leases the lists of the slot as slow workers would. */
async function lateLists() {
  const { data: plan } = await world.db.rpc("plan_refresh");
  expect(plan).toMatchObject({ runs: 2 });
  const units = await leaseUnits(world.db, 10);
  expect(units).toHaveLength(3);
  return units;
}

describe("an hour between two slots", () => {
  it("measures only posts of the last two days, and lists nothing", async () => {
    await goTo(now + 1);
    await refreshSlot();
    await goTo(now, 1);
    await refreshMinute();
    const young = await world.sql<{ age: number }>(
      `select extract(epoch from m.bucket_at - p.published_at) / 86400 as age
       from post_metrics m join posts p on p.id = m.post_id where m.bucket_at = $1`,
      [world.slot(now, 1)],
    );
    expect(young.length).toBeGreaterThan(0);
    for (const { age } of young) expect(Number(age)).toBeLessThan(2);
    expect(
      await world.sql("select from refresh_units where slot = $1 and task = 'list'", [
        world.slot(now, 1),
      ]),
    ).toEqual([]);
    expect(await world.misfits()).toEqual([]);
  });
});
