import { afterAll, beforeAll, expect, it } from "vitest";
import { untilReached } from "../../../lib/answers/ask-database.ts";
import { dayAfter } from "../reports/plain-periods.ts";
import { FIRST_MS, generatePosts, NIGHTS } from "../rollups/generated-posts.ts";
import { dayOf } from "../rollups/plain-trend.ts";
import { startTrendWorld, type TrendWorld } from "../rollups/trend-world.ts";
import { type Asked, plainTotals } from "./plain-totals.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let world: TrendWorld;
beforeAll(async () => {
  world = await startTrendWorld();
  for (const name of ["private.gains_between", "public.dashboard_totals"]) {
    const [found] = await world.sql<{ code: string }>(
      "select pg_get_functiondef($1::regproc) as code",
      [name],
    );
    if (!found?.code.includes("now()")) throw new Error(`${name} asks for no time.`);
    await world.sql(found.code.replaceAll("now()", "clock.now()"));
  }
});
afterAll(() => world.stop());

type Made = Awaited<ReturnType<TrendWorld["workspace"]>>;
type Figure = { key: string; value: string | null; compared: string | null } & {
  previous: string | null;
  reason: string | null;
};
type Told = {
  figures: Figure[];
  platforms: { platform: string; value: string | null; previous: string | null }[];
  days: { day: string; views: string | null; posts: number }[];
  is_running: boolean;
};

async function ask({ user, workspaceId }: Made, { from, until, before }: Asked) {
  const client = world.supabase.clientFor(user);
  // Making a world takes longer than an idle connection is kept.
  const { data, error } = await untilReached(() =>
    client.rpc("dashboard_totals", {
      workspace: workspaceId,
      from_day: from,
      until_day: until,
      ...(before && { before_from: before.from, before_until: before.until }),
    }),
  );
  if (error) throw new Error(JSON.stringify(error));
  // safe because dashboard_totals says so
  return data as unknown as Told;
}

function shown({ figures, platforms, days }: Told) {
  const of = (key: string) => {
    const row = figures.find((each) => each.key === key);
    if (!row) throw new Error(`${key} is missing.`);
    const { value, compared, previous, reason } = row;
    return { value, compared, previous, reason };
  };
  const { value, previous } = of("posts");
  return {
    views: of("views_gained"),
    engagements: of("engagements_gained"),
    posts: { value, previous },
    platforms: ["tiktok", "youtube"].map((platform) => {
      const row = platforms.find((each) => each.platform === platform);
      return { platform, value: row?.value ?? null, previous: row?.previous ?? null };
    }),
    days: days.map(({ day, views, posts }) => ({ day, views, posts })),
  };
}

// In the generated weeks the clocks of both cities go back an hour.
const CASES = [
  ["Europe/Berlin", "never", [1, 2]],
  ["America/New_York", "half", [3]],
  ["Europe/Berlin", "rolled up to yesterday", [2, 4]],
  ["America/New_York", "rolled up to yesterday", [3]],
] as const;

const reasons = new Set<string | null>();

it.each(CASES)("tells totals in %s, %s, as a plain count does", async (zone, rolled, seeds) => {
  // An ended period, a running one by day, one in the small hours, and a day that has only begun.
  for (const [seed, night, hours, first, length] of [
    [1, NIGHTS, 12, 9, 5],
    [2, 12, 17, 8, 7],
    [3, 14, 23, 11, 4],
    [4, 13, 12, 13, 1],
  ] as const) {
    if (!seeds.some((each) => each === seed)) continue;
    const nowMs = FIRST_MS + night * DAY_MS + hours * HOUR_MS;
    const { posts, snapshots } = generatePosts(seed);
    const past = snapshots.filter(({ capturedMs }) => capturedMs <= nowMs);
    const made = await world.workspace(zone, posts, past, rolled === "half" ? "half" : "never");
    await world.setClock(nowMs);
    // Then today is told from the newest numbers alone.
    if (rolled === "rolled up to yesterday") {
      await world.sql("select count(private.roll_up($1)) from generate_series(1, 5)", [
        made.workspaceId,
      ]);
    }
    const from = dayOf(FIRST_MS + first * DAY_MS, "UTC");
    for (const before of [
      { from: dayAfter(from, -length), until: dayAfter(from, -1) },
      { from: dayAfter(from, -7), until: dayAfter(from, -5) },
      null,
    ]) {
      const asked = { zone, from, until: dayAfter(from, length - 1), before, nowMs };
      const plain = plainTotals({ posts, snapshots: past }, asked);
      const told = shown(await ask(made, asked));
      expect({ seed, asked, ...told }).toEqual({ seed, asked, ...plain });
      reasons.add(told.views.reason);
    }
  }
});

it("met comparisons that can be made, and some that cannot", () => {
  expect(reasons).toContain(null);
  expect(reasons.size).toBeGreaterThan(2);
});

it("holds nothing against days in which nobody collected, and calls nothing there 0", async () => {
  const { posts, snapshots } = generatePosts(5);
  const made = await world.workspace("UTC", posts, snapshots, "never");
  await world.setClock(FIRST_MS + NIGHTS * DAY_MS + 12 * HOUR_MS);
  const days = (year: number) => ({ from: `${year}-10-29`, until: `${year}-11-04` });
  const posted = async (of: number, before: number) => {
    const asked = { zone: "UTC", ...days(of), before: days(before), nowMs: 0 };
    const { figures } = await ask(made, asked);
    return figures.find(({ key }) => key === "posts");
  };
  const missing = { previous: null, compared: null };
  expect(await posted(2025, 2024)).toMatchObject({ ...missing, reason: "not_measured_before" });
  expect(await posted(2024, 2023)).toMatchObject({
    ...missing,
    value: null,
    reason: "not_measured",
  });
});

it("bridges no redefinition, and says so", async () => {
  const { posts, snapshots } = generatePosts(5);
  const made = await world.workspace("UTC", posts, snapshots, "once");
  await world.setClock(FIRST_MS + NIGHTS * DAY_MS + 12 * HOUR_MS);
  await world.sql(
    `insert into public.metric_definitions (id, platform, source, valid_from, description)
     values ('tiktok_display.test', 'tiktok', 'tiktok_display', '2025-10-30', 'Views count otherwise.')`,
  );
  const before = { from: "2025-10-22", until: "2025-10-28" };
  const asked = { zone: "UTC", from: "2025-10-29", until: "2025-11-04", before, nowMs: 0 };
  const told = await ask(made, asked);
  await world.sql("delete from public.metric_definitions where id = 'tiktok_display.test'");
  expect(told.figures[0]).toMatchObject({
    key: "views_gained",
    previous: null,
    reason: "redefined",
  });
  expect(told.figures[0]?.value).not.toBeNull();
});

it("sums followers of the accounts that were told at both times, and leaves no gap for 0", async () => {
  const made = await world.workspace("UTC", [], [], "never");
  const nowMs = FIRST_MS + NIGHTS * DAY_MS;
  await world.setClock(nowMs);
  const tell = (account: string, day: string, followers: number) =>
    world.sql(
      `insert into public.follower_counts (workspace_id, account_id, measured_at, followers, source, is_simulated)
       values ($1, $2, $3, $4, 'tiktok_display', false)`,
      [made.workspaceId, made.accounts[account], `${day}T08:00Z`, followers],
    );
  const before = { from: "2025-10-25", until: "2025-10-31" };
  const asked = { zone: "UTC", from: "2025-11-01", until: "2025-11-07", before, nowMs };
  const followers = async () => {
    const { figures } = await ask(made, asked);
    return figures.find(({ key }) => key === "followers");
  };
  expect(await followers()).toMatchObject({ value: null, reason: "not_measured" });
  await tell("first", "2025-10-30", 100);
  await tell("first", "2025-11-03", 130);
  await tell("second", "2025-11-05", 900);
  expect(await followers()).toMatchObject({
    value: "1030",
    compared: "130",
    previous: "100",
    reason: null,
    accounts: 2,
    told: 2,
    both: 1,
  });
});

it("tells a stranger nothing, and refuses days that overlap", async () => {
  const made = await world.workspace("UTC", [], [], "never");
  const stranger = await world.supabase.createUser("stranger");
  const asked = { zone: "UTC", from: "2025-11-01", until: "2025-11-07", before: null, nowMs: 0 };
  expect(await ask({ ...made, user: stranger }, asked)).toBeNull();
  await expect(
    ask(made, { ...asked, before: { from: "2025-10-30", until: "2025-11-02" } }),
  ).rejects.toThrow("end before the period");
});
