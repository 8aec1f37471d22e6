import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateTimes } from "./generated-times.ts";
import { type Cell, plainTimes, type TimedPost } from "./plain-times.ts";
import { startTimesWorld, type TimesWorld } from "./times-world.ts";

// Around the days on which each zone's clocks change, and in one whose never do.
const CASES = [
  ["Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z"],
  ["America/New_York", "2026-03-08T07:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Asia/Kolkata", "2026-06-10T00:00:00Z"],
] as const;
const DAY_MS = 86_400_000;

let world: TimesWorld;
beforeAll(async () => {
  world = await startTimesWorld();
});
afterAll(() => world.stop());

type User = Awaited<ReturnType<TimesWorld["workspace"]>>;
type Best = Record<"value" | "low" | "high" | "rest" | "ahead", number> & Record<string, unknown>;
type Answer = Record<"cells" | "weekdays" | "hours", Cell[]> &
  Record<"best" | "best_weekday" | "best_hour", Best | null> &
  Record<string, unknown>;
type Days = { from_day: string; until_day: string };

async function ask(user: User, measure: string, days: Days, platform?: "instagram") {
  const { data, error } = await world.supabase.clientFor(user).rpc("best_times", {
    workspace: user.workspaceId,
    measure,
    ...days,
    ...(platform && { platform }),
  });
  if (error) throw error;
  // safe because best_times says so
  return data as unknown as Answer;
}
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const near = (value: number | null | undefined, digits: number) =>
  value == null ? value : expect.closeTo(value, digits);

describe.each(CASES)("in %s, around %s", (zone, around) => {
  it.each(["views", "engagement_rate"] as const)(
    "says of every hour of the week what a plain count says, by %s",
    async (measure) => {
      const clearly = [];
      for (const seed of [1, 2, 3]) {
        const posts = generateTimes(seed, around, `${zone}-${seed}`);
        const user = await world.workspace(zone, posts);
        const middle = Date.parse(around);
        const days = { from_day: day(middle - 9 * DAY_MS), until_day: day(middle + 8 * DAY_MS) };
        for (const platform of [undefined, "instagram"] as const) {
          const plain = plainTimes(posts, measure, {
            zone,
            from: days.from_day,
            until: days.until_day,
            nowMs: Date.now(),
            ...(platform && { platform }),
          });
          const digits = measure === "views" ? 2 : 5;
          const written = (cells: Cell[]) =>
            cells.map((cell) => ({ ...cell, value: near(cell.value, digits) }));
          const named = (best: typeof plain.best) =>
            best && {
              ...best,
              value: near(best.value, digits),
              low: near(best.low, digits),
              high: near(best.high, digits),
              rest: near(best.rest, digits),
            };
          const answer = await ask(user, measure, days, platform);
          expect(answer).toMatchObject({
            ...plain,
            cells: written(plain.cells),
            weekdays: written(plain.weekdays),
            hours: written(plain.hours),
            best: named(plain.best),
            best_weekday: named(plain.best_weekday),
            best_hour: named(plain.best_hour),
          });
          clearly.push(answer.best_hour !== null);
        }
      }
      // The generated posts do have a favoured hour: else this would compare nothing with nothing.
      if (measure === "views") expect(clearly).toContain(true);
    },
  );
});

const plain = (publishedMs: number, dayOld: number | null, n: number) => ({
  external: `plain-${n}`,
  publishedMs,
  platform: "instagram" as const,
  definition: "apify_instagram.v1",
  simulated: false,
  dayOld,
  likes: 1,
  comments: 0,
  shares: 0,
});

it("puts a post into the hour its zone's clock showed, before and after the clocks changed", async () => {
  // 18:30 in Berlin on the Friday before and the Friday after; then both 02:30 of the long night.
  const times = [
    "2026-10-23T16:30:00Z",
    "2026-10-30T17:30:00Z",
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
  ];
  const posts = times.map((at, n) => plain(Date.parse(at), 10, n));
  const user = await world.workspace("Europe/Berlin", posts);
  const { cells } = await ask(user, "views", { from_day: "2026-10-20", until_day: "2026-11-01" });
  expect(cells.filter((cell) => cell.posts > 0)).toMatchObject([
    { weekday: 5, hour: 18, posts: 2 },
    { weekday: 7, hour: 2, posts: 2 },
  ]);
});

it("names nothing the best without evidence, and says how much it takes", async () => {
  const start = Date.parse("2026-06-01T12:00:00Z");
  const few: (TimedPost & { external: string })[] = Array.from({ length: 30 }, (_, n) =>
    plain(start + (n % 10) * 25 * 3_600_000, n + 1, n),
  );
  const user = await world.workspace("UTC", few);
  const days = { from_day: "2026-06-01", until_day: "2026-06-20" };
  const answer = await ask(user, "views", days);
  expect(answer).toMatchObject({ best: null, none_because: "too_few", fewest: 3, enough: 5 });
  const [young] = [await world.workspace("UTC", [plain(Date.now() - 3_600_000, null, 1)])];
  const today = day(Date.now());
  const told = await ask(young, "views", { from_day: day(Date.now() - DAY_MS), until_day: today });
  expect(told.left_out).toEqual({ too_young: 1, not_measured: 0, too_few_alike: 0 });
});

it("tells a stranger nothing, and refuses what it cannot mean", async () => {
  const [owner, stranger] = [await world.workspace("UTC", []), await world.workspace("UTC", [])];
  const days = { from_day: "2026-06-01", until_day: "2026-06-20" };
  const foreign = { ...stranger, workspaceId: owner.workspaceId };
  expect(await ask(foreign, "views", days)).toBeNull();
  const turned = { from_day: "2026-06-20", until_day: "2026-06-01" };
  await expect(ask(owner, "views", turned)).rejects.toThrow(/until: expected a day/);
  await expect(ask(owner, "likes", days)).rejects.toThrow(/measure: found likes/);
});
