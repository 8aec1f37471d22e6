import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  HOUR,
  hoursFromNow,
  type NewReel,
  type ReelsWorld,
  type Snapshot,
  startReelsWorld,
} from "../../support/reels.ts";
import { seeded } from "../../support/seeded.ts";
import type { TestUser } from "../../support/supabase.ts";

const SEED = Number(process.env.REELS_SEED ?? randomInt(2 ** 31));
const COLUMNS =
  "p.external_id, a.definition, a.hours, a.views, a.is_interpolated, a.known_at::text";

let world: ReelsWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startReelsWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

const born = hoursFromNow(-40 * 24);
const after = (hours: number, views: number, recorded?: number): Snapshot => ({
  at: born + BigInt(Math.round(hours * 3_600_000_000)),
  views,
  likes: 0,
  ...(recorded !== undefined && { recorded: born + BigInt(recorded) * HOUR }),
});
const reel = (external_id: string, snapshots: Snapshot[]): NewReel => ({
  external_id,
  published: born,
  snapshots,
});

const kept = (workspace: string) =>
  world.supabase.sql(
    `select ${COLUMNS} from public.post_ages as a join public.posts as p on p.id = a.post_id
     where a.workspace_id = $1 order by p.external_id, a.definition, a.hours`,
    [workspace],
  );
const knownAt = (workspace: string, moment: bigint) =>
  world.supabase.sql(
    `select ${COLUMNS} from private.ages_of($1, null, timestamptz 'epoch' + $2::bigint * interval '1 microsecond') as a
     join public.posts as p on p.id = a.post_id order by p.external_id, a.definition, a.hours`,
    [workspace, String(moment)],
  );

async function curve(snapshots: Snapshot[]) {
  const workspace = await world.newWorkspace(ada);
  await world.addReels(workspace, [reel("one", snapshots)]);
  const rows = await kept(workspace);
  return rows.map(({ hours, views, is_interpolated }) => [hours, Number(views), is_interpolated]);
}

it("tells views at an age only between two measurements, or by one of it, and marks which", async () => {
  expect(await curve([after(2, 200), after(5.97, 597), after(20, 1000), after(30, 2000)])).toEqual([
    [3, 300, true],
    [6, 597, false],
    // 14.03 hours without a measurement say nothing of the twelfth.
    [24, 1400, true],
  ]);
});

it("guesses nothing across a gap wider than the age itself", async () => {
  expect(await curve([after(30, 100), after(79, 200), after(200, 300)])).toEqual([
    [168, 274, true],
  ]);
});

it("takes what was measured at the age also when nothing else was measured around", async () => {
  expect(await curve([after(24.02, 77)])).toEqual([[24, 77, false]]);
});

it("knows nothing before the first measurement and after the last", async () => {
  expect(await curve([after(4, 10), after(5, 11)])).toEqual([]);
});

it("tells definitions and unknown views apart", async () => {
  const second = "youtube_data.2026-08-27";
  const first = "youtube_data.2025-03-31";
  const workspace = await world.newWorkspace(ada);
  const snapshots = [
    { ...after(2, 10), definition: first },
    { ...after(4, 500), definition: second },
    { ...after(5, 600), views: null, definition: second },
    { ...after(8, 700), definition: second },
  ];
  await world.addReels(workspace, [{ ...reel("one", snapshots), platform: "youtube" }]);
  expect(await kept(workspace)).toMatchObject([
    // Not the third hour, between numbers that mean different things.
    { definition: second, hours: 6, views: "600", is_interpolated: true },
  ]);
});

it(`comes out the same in whatever order snapshots arrive, and at each moment before (seed ${SEED})`, async () => {
  const random = seeded(SEED);
  for (let round = 0; round < 6; round += 1) {
    const reels = ["a", "b", "c"].map((name) => {
      const hours = Array.from({ length: 14 }, () =>
        random.chance(0.4)
          ? random.pick([1, 3, 6, 12, 24, 48, 168]) + random.whole(-4, 4) / 60
          : random.whole(10, 20_000) / 100,
      );
      return reel(
        name,
        [...new Set(hours)].map((at) =>
          after(at, random.whole(0, 50) * 10, 210 + random.whole(0, 9)),
        ),
      );
    });
    const orderly = await world.newWorkspace(ada);
    await world.addReels(orderly, reels);
    const expected = await kept(orderly);
    expect(expected.length).toBeGreaterThan(5);

    const disorderly = await world.newWorkspace(ada);
    const arrivals = Map.groupBy(
      reels.flatMap((each) => each.snapshots.map((snapshot) => ({ each, snapshot }))),
      ({ snapshot }) => snapshot.recorded ?? 0n,
    );
    const moments = [...arrivals.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    const then = new Map<bigint, unknown>();
    for (const moment of moments) {
      for (const { each, snapshot } of arrivals.get(moment) ?? []) {
        await world.addReels(disorderly, [{ ...each, snapshots: [snapshot] }]);
      }
      then.set(moment, await kept(disorderly));
    }
    expect(await kept(disorderly)).toEqual(expected);
    for (const moment of moments) {
      expect(await knownAt(disorderly, moment)).toEqual(then.get(moment));
    }
    await world.supabase.sql("select private.rebuild_post_ages($1)", [disorderly]);
    expect(await kept(disorderly)).toEqual(expected);
  }
});
