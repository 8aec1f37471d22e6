import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { GET as getTrend } from "@/app/api/v1/trends/route";
import { dayAfter } from "@/lib/format/days";
import type { TestUser } from "../../support/supabase.ts";
import { callerOf, startPostsWorld } from "./world.ts";

type Day = {
  day: string;
  total: number | null;
  gain: number | null;
  previous_gain: number | null;
  posts: number;
  partial: boolean;
};

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;

beforeAll(async () => {
  world = await startPostsWorld();
});
beforeEach(async () => {
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

/** A post and its views, each said at a moment. */
async function addPost(
  views: [at: string, count: number, definition?: string][],
  { published = "2026-01-01T00:00:00Z", account = undefined as string | undefined } = {},
) {
  const externalId = `post-${Math.random()}`;
  const id = await world.addPost(ada.workspaceId, { externalId, ...(account && { account }) });
  await world.supabase.sql("update public.posts set published_at = $2 where id = $1", [
    id,
    published,
  ]);
  for (const [at, count, definition] of views) {
    const ago = (Date.now() - Date.parse(at)) / 3_600_000;
    await world.addSnapshot(ada.workspaceId, id, {
      ago,
      views: count,
      ...(definition && { definition }),
    });
  }
  return id;
}

async function trend(query: string, as: TestUser = ada) {
  const answer = await callerOf(as)(getTrend, { query });
  expect(answer.status).toBe(200);
  return answer.json();
}

const RANGE = "from=2026-03-10&until=2026-03-14";

it("adds up what each post gained a day, beside the days before", async () => {
  await addPost([
    ["2026-03-06T10:00:00Z", 100],
    ["2026-03-07T10:00:00Z", 130],
    ["2026-03-10T10:00:00Z", 150],
    ["2026-03-10T22:00:00Z", 160],
    ["2026-03-11T10:00:00Z", 155],
  ]);
  await addPost([
    ["2026-03-09T10:00:00Z", 1000],
    ["2026-03-10T10:00:00Z", 1001],
  ]);
  const { days, gain, previous_gain, total, time_zone } = await trend(RANGE);
  expect(days.slice(0, 2)).toMatchObject([
    { day: "2026-03-10", gain: 31, posts: 2, previous_day: "2026-03-05", previous_gain: null },
    { day: "2026-03-11", gain: -5, posts: 1, previous_day: "2026-03-06", previous_gain: null },
  ]);
  expect({ gain, previous_gain, total, time_zone }).toEqual({
    gain: 26,
    previous_gain: 30,
    total: 1156,
    time_zone: "UTC",
  });
});

it("carries a total over days without measurement, and never lets it drop to 0", async () => {
  await addPost([
    ["2026-03-10T10:00:00Z", 100],
    ["2026-03-13T10:00:00Z", 130],
  ]);
  const { days }: { days: Day[] } = await trend(RANGE);
  expect(days.map(({ total }) => total)).toEqual([100, 100, 100, 130, 130]);
  expect(days.map(({ gain }) => gain)).toEqual([null, null, null, 30, null]);
  expect(days.map(({ posts }) => posts)).toEqual([1, 0, 0, 1, 0]);
});

it("knows no total before the first measurement", async () => {
  await addPost([["2026-03-12T10:00:00Z", 100]]);
  const { days }: { days: Day[] } = await trend(RANGE);
  expect(days.map(({ total }) => total)).toEqual([null, null, 100, 100, 100]);
});

it("counts all that a post has when it was measured within a day of its publication", async () => {
  await addPost([["2026-03-12T10:00:00Z", 100]], { published: "2026-03-12T01:00:00Z" });
  await addPost([["2026-03-12T10:00:00Z", 7000]]);
  const { gain, total } = await trend(RANGE);
  expect({ gain, total }).toEqual({ gain: 100, total: 7100 });
});

it("lets a redefinition move the total, but gains nothing by it, and names it", async () => {
  await addPost([
    ["2026-08-25T10:00:00Z", 100, "youtube_data.2025-03-31"],
    ["2026-08-28T10:00:00Z", 900, "youtube_data.2026-08-27"],
    ["2026-08-29T10:00:00Z", 910, "youtube_data.2026-08-27"],
  ]);
  const { gain, total, changes } = await trend("from=2026-08-24&until=2026-08-30");
  expect({ gain, total }).toEqual({ gain: 10, total: 910 });
  expect(changes).toMatchObject([{ day: "2026-08-27", source: "youtube_data" }]);
});

it("ends a day at midnight in the workspace's zone", async () => {
  await addPost([
    ["2026-03-09T12:00:00Z", 100],
    ["2026-03-10T23:30:00Z", 150],
  ]);
  const gains = async () =>
    (await trend(RANGE)).days.flatMap(({ day, gain }: Day) => (gain === null ? [] : [[day, gain]]));
  expect(await gains()).toEqual([["2026-03-10", 50]]);
  await world.supabase.sql(
    "update public.workspaces set time_zone = 'Europe/Berlin' where id = $1",
    [ada.workspaceId],
  );
  expect(await gains()).toEqual([["2026-03-11", 50]]);
});

it("shows one account or platform alone", async () => {
  const account = await world.addAccount(ada.workspaceId, "Harbor");
  await addPost([["2026-03-10T10:00:00Z", 5]], { account });
  await addPost([["2026-03-10T10:00:00Z", 70]]);
  expect((await trend(`${RANGE}&account=${account}`)).total).toBe(5);
  expect((await trend(`${RANGE}&platform=youtube`)).total).toBe(75);
  expect((await trend(`${RANGE}&platform=tiktok`)).total).toBeNull();
});

it("says the same once the days are rolled up", async () => {
  await addPost([
    ["2026-03-09T10:00:00Z", 100],
    ["2026-03-10T10:00:00Z", 150],
    ["2026-03-13T10:00:00Z", 170],
  ]);
  const before = await trend(RANGE);
  await world.supabase.sql("select count(private.roll_up($1)) from generate_series(1, 60)", [
    ada.workspaceId,
  ]);
  expect(await trend(RANGE)).toEqual(before);
  expect(before.gain).toBe(70);
});

it("ends with today, which still runs, when no days are named", async () => {
  const { days, today, until } = await trend("days=7");
  expect(until).toBe(today);
  expect(days).toHaveLength(7);
  expect(days[0].day).toBe(dayAfter(today, -6));
  expect(days.map(({ partial }: Day) => partial)).toEqual([...Array(6).fill(false), true]);
});

it("shows nothing of it in another workspace", async () => {
  await addPost([["2026-03-10T10:00:00Z", 5]]);
  const bob = await world.supabase.createUser("bob");
  expect(await trend(RANGE, bob)).toMatchObject({ total: null, gain: null });
});

it.each([
  ["from=2026-03-10", "until: expected `from` and `until` together"],
  ["from=2026-03-10&until=2026-03-09", "until: expected a day that is not before `from`"],
  ["from=2020-03-10&until=2026-03-09", "from: expected at most 366 days"],
])("refuses %s with a sentence", async (query, message) => {
  const answer = await callerOf(ada)(getTrend, { query });
  expect(answer.status).toBe(422);
  expect((await answer.json()).error.message).toBe(message);
});
