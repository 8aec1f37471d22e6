import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FIRST_MS, generatePosts, NIGHTS } from "./generated-posts.ts";
import { type Day, plainTrend, type Trend } from "./plain-trend.ts";
import { type Mode, startTrendWorld, type TrendWorld } from "./trend-world.ts";

const DAY_MS = 86_400_000;
const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati"];
const MODES: Mode[] = ["never", "once", "nightly", "half"];

let world: TrendWorld;
beforeAll(async () => {
  world = await startTrendWorld();
});
afterAll(() => world.stop());

const dayNumber = (n: number) => new Date(FIRST_MS + n * DAY_MS).toISOString().slice(0, 10);
const range = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, n) => dayNumber(from + n));

type Made = Awaited<ReturnType<TrendWorld["workspace"]>>;
type Asked = {
  metric: "views" | "likes";
  only_account?: string;
  only_platform?: "tiktok" | "youtube";
};
async function trendOf({ user, workspaceId }: Made, asked: Asked, from: number, until: number) {
  const { data, error } = await world.supabase.clientFor(user).rpc("metric_trend", {
    workspace: workspaceId,
    from_day: dayNumber(from),
    until_day: dayNumber(until),
    ...asked,
  });
  if (error) throw error;
  // safe because metric_trend says so
  return data as Trend;
}
const kept = (days: Day[]) =>
  days.map(({ day, total, gain, posts }) => ({ day, total, gain, posts }));
const sum = (days: Day[]) => {
  const gains = days.flatMap(({ gain }) => (gain === null ? [] : [Number(gain)]));
  return gains.length > 0 ? String(gains.reduce((a, b) => a + b, 0)) : null;
};

describe.each(ZONES)("in %s", (zone) => {
  it.each(MODES)(
    "says of each day what a plain count over the snapshots says, rolled up %s",
    async (mode) => {
      for (const seed of mode === "nightly" ? [1, 2] : [3]) {
        const { posts, snapshots } = generatePosts(seed);
        const made = await world.workspace(zone, posts, snapshots, mode);
        const [from, until] = [8, NIGHTS - 1];
        for (const metric of ["views", "likes"] as const) {
          for (const filter of [
            {},
            { account: "first" },
            { account: "second" },
            { platform: "youtube" },
          ] as const) {
            const among = posts.filter(
              (post) =>
                (!("account" in filter) || post.account === filter.account) &&
                (!("platform" in filter) || post.platform === filter.platform),
            );
            const plain = (first: number, last: number) =>
              plainTrend(among, snapshots, { zone, metric, days: range(first, last) });
            const asked = {
              metric,
              ...("account" in filter && { only_account: made.accounts[filter.account] ?? "" }),
              ...("platform" in filter && { only_platform: filter.platform }),
            };
            const trend = await trendOf(made, asked, from, until);
            const [now, before] = [plain(from, until), plain(2 * from - until - 1, from - 1)];
            expect({ seed, metric, filter, days: kept(trend.days) }).toEqual({
              seed,
              metric,
              filter,
              days: now,
            });
            expect(
              trend.days.map(({ previous_day, previous_gain, previous_total }) => [
                previous_day,
                previous_gain,
                previous_total,
              ]),
            ).toEqual(before.map(({ day, gain, total }) => [day, gain, total]));
            expect([trend.gain, trend.previous_gain, trend.total, trend.previous_total]).toEqual([
              sum(now),
              sum(before),
              now.at(-1)?.total ?? null,
              before.at(-1)?.total ?? null,
            ]);
          }
        }
      }
    },
  );
});

const ROWS = `select day::text, platform, account_id, metric, gain, rebased, posts from public.workspace_days
  where workspace_id = $1 order by 1, 2, 3, 4`;

it("writes the same days, however often and in whatever pieces it rolls up", async () => {
  const { posts, snapshots } = generatePosts(4);
  const rows = async (mode: Mode, again: number) => {
    const made = await world.workspace("Europe/Berlin", posts, snapshots, mode);
    for (let n = 0; n <= again; n++)
      await world.sql("select count(private.roll_up($1)) from generate_series(1, 60)", [
        made.workspaceId,
      ]);
    const names = Object.fromEntries(Object.entries(made.accounts).map(([name, id]) => [id, name]));
    const found = await world.sql<{ account_id: string }>(ROWS, [made.workspaceId]);
    return found
      .map((row) => ({ ...row, account_id: row.account_id && names[row.account_id] }))
      .map((row) => JSON.stringify(row))
      .sort();
  };
  const once = await rows("once", 0);
  expect(once.length).toBeGreaterThan(60);
  expect(await rows("nightly", 0)).toEqual(once);
  expect(await rows("half", 2)).toEqual(once);
});

it("makes all days again in another time zone", async () => {
  const { posts, snapshots } = generatePosts(5);
  const made = await world.workspace("Europe/Berlin", posts, snapshots, "nightly");
  const views = { metric: "views" } as const;
  const plain = (zone: string) =>
    plainTrend(posts, snapshots, { zone, metric: "views", days: range(0, NIGHTS - 1) });
  expect(kept((await trendOf(made, views, 0, NIGHTS - 1)).days)).toEqual(plain("Europe/Berlin"));
  const client = world.supabase.clientFor(made.user);
  for (const zone of ["America/New_York", "Pacific/Kiritimati"]) {
    const { error } = await client
      .from("workspaces")
      .update({ time_zone: zone })
      .eq("id", made.workspaceId);
    expect(error).toBeNull();
    expect(await world.sql(ROWS, [made.workspaceId])).toEqual([]);
    expect(kept((await trendOf(made, views, 0, NIGHTS - 1)).days)).toEqual(plain(zone));
    await world.rollUp();
    expect((await world.sql(ROWS, [made.workspaceId])).length).toBeGreaterThan(60);
    expect(kept((await trendOf(made, views, 0, NIGHTS - 1)).days)).toEqual(plain(zone));
  }
});

it("carries a total over days nobody measured, never to 0, and says no gain there", async () => {
  const at = (day: number, views: number) => ({
    post: 0,
    source: "tiktok_display",
    definition: "tiktok_display.v2",
    capturedMs: FIRST_MS + day * DAY_MS + 6 * 3_600_000,
    views,
    likes: null,
  });
  const posts = [{ key: 0, platform: "tiktok" as const, account: null, publishedMs: FIRST_MS }];
  const made = await world.workspace("UTC", posts, [at(0, 100), at(1, 150), at(5, 140)], "nightly");
  const trend = await trendOf(made, { metric: "views" }, -1, 7);
  expect(trend.days.map(({ total, gain }) => [total, gain])).toEqual([
    [null, null],
    ["100", "100"],
    ["150", "50"],
    ["150", null],
    ["150", null],
    ["150", null],
    ["140", "-10"],
    ["140", null],
    ["140", null],
  ]);
  // Likes were never offered: there is no total of them, rather than 0.
  const likes = await trendOf(made, { metric: "likes" }, -1, 7);
  expect(likes.days.every(({ total, gain }) => total === null && gain === null)).toBe(true);
});

it("sums weeks from Monday to Sunday", async () => {
  const { posts, snapshots } = generatePosts(6);
  const { user, workspaceId } = await world.workspace("Europe/Berlin", posts, snapshots, "once");
  const { data } = await world.supabase
    .clientFor(user)
    .from("workspace_weeks")
    .select("week, gain")
    .eq("workspace_id", workspaceId)
    .eq("metric", "views");
  const weeks = Object.groupBy(data ?? [], ({ week }) => week ?? "");
  for (const [week, rows] of Object.entries(weeks)) {
    const first = (Date.parse(week) - FIRST_MS) / DAY_MS;
    const days = plainTrend(posts, snapshots, {
      zone: "Europe/Berlin",
      metric: "views",
      days: range(first, first + 6),
    });
    expect([week, String((rows ?? []).reduce((all, { gain }) => all + (gain ?? 0), 0))]).toEqual([
      week,
      sum(days),
    ]);
  }
  expect(Object.keys(weeks)).toEqual(expect.arrayContaining(["2025-10-20", "2025-10-27"]));
});
