import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_MS, generatePosts, NIGHTS } from "../rollups/generated-posts.ts";
import { dayOf } from "../rollups/plain-trend.ts";
import { type Made, type PeriodsWorld, startPeriodsWorld } from "./periods-world.ts";
import { dayAfter, type PlainRow, plainPeriods } from "./plain-periods.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// In the generated weeks the clocks of both cities go back an hour.
const ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati"];

let world: PeriodsWorld;
beforeAll(async () => {
  world = await startPeriodsWorld();
});
afterAll(() => world.stop());

type Row = PlainRow & { change: number | null };
type Answer = { rows: Row[]; is_running: boolean; previous_from: string; changes: unknown[] };

async function ask({ user, workspaceId }: Made, from: string, until: string, platform?: "tiktok") {
  const { data, error } = await world.supabase.clientFor(user).rpc("report_periods", {
    workspace: workspaceId,
    from_day: from,
    until_day: until,
    ...(platform && { platform }),
  });
  if (error) throw error;
  // safe because report_periods says so
  return data as unknown as Answer;
}
const shown = ({ rows }: Answer) =>
  rows.map(({ key, value, compared, previous, reason }) => ({
    key,
    value,
    compared,
    previous,
    reason,
  }));

describe.each(ZONES)("in %s", (zone) => {
  it.each(["never", "half"] as const)(
    "holds a period against the one before as a plain count does, rolled up %s",
    async (mode) => {
      const reasons = new Set<string | null>();
      for (const seed of mode === "never" ? [1, 2] : [3]) {
        const { posts, snapshots } = generatePosts(seed);
        const made = await world.told(zone, posts, snapshots, mode, seed);
        // Ended, running by day and in the small hours, and a day that has only just begun.
        for (const [night, hours, first, days] of [
          [NIGHTS, 12, 9, 5],
          [12, 5, 8, 7],
          [14, 23, 11, 4],
          [13, 12, 13, 1],
        ] as const) {
          const nowMs = FIRST_MS + night * DAY_MS + hours * HOUR_MS;
          await world.setClock(nowMs);
          const from = dayOf(FIRST_MS + first * DAY_MS, "UTC");
          const until = dayAfter(from, days - 1);
          for (const platform of [undefined, "tiktok"] as const) {
            const asked = { zone, from, until, nowMs, ...(platform && { platform }) };
            const past = snapshots.filter(({ capturedMs }) => capturedMs < nowMs + DAY_MS * 90);
            const plain = plainPeriods({ ...made, posts, snapshots: past }, asked);
            const answer = await ask(made, from, until, platform);
            expect({ seed, asked, rows: shown(answer) }).toEqual({ seed, asked, rows: plain });
            for (const { reason } of answer.rows) reasons.add(reason);
          }
        }
      }
      expect(reasons).toContain(null);
      expect(reasons.size).toBeGreaterThan(2);
    },
  );
});

it("counts nothing as 0 that nobody collected, and compares nothing with it", async () => {
  const { posts, snapshots } = generatePosts(4);
  const made = await world.workspace("UTC", posts, snapshots, "never");
  await world.setClock(FIRST_MS + NIGHTS * DAY_MS);
  const { rows } = await ask(
    { ...made, told: [], said: [], saidFromMs: 0 },
    "2025-10-27",
    "2025-11-02",
  );
  const of = (key: string) => rows.find((row) => row.key === key);
  const nothing = { value: null, compared: null, previous: null, change: null };
  expect(of("comments")).toMatchObject({ ...nothing, reason: "not_collected" });
  expect(of("people")).toMatchObject({ ...nothing, reason: "people_not_told" });
  // Collecting began within the days before.
  const partly = { previous: null, change: null, reason: "measured_less_before" };
  expect(of("tags")).toMatchObject({ value: "0", ...partly });
});

it("says of days to come that they are, and tells a stranger nothing", async () => {
  const made = await world.told("UTC", [], [], "never", 1);
  await world.setClock(FIRST_MS);
  const { rows } = await ask(made, "2026-10-27", "2026-11-02");
  expect(rows.map(({ value }) => value)).toEqual(rows.map(() => null));
  expect(rows[0]).toMatchObject({ key: "posts", reason: "yet_to_come" });
  const stranger = await world.supabase.createUser("stranger");
  expect(await ask({ ...made, user: stranger }, "2025-10-27", "2025-11-02")).toBeNull();
});
