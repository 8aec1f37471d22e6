import { afterAll, beforeAll, expect, it } from "vitest";
import { GET as listPosts } from "@/app/api/v1/posts/route";
import type { TestUser } from "../../support/supabase.ts";
import { callerOf, type NewPost, startPostsWorld } from "./world.ts";

const DAY = 24;
const OLD = "youtube_data.2025-03-31";

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

async function changeOf(post: Omit<NewPost, "externalId">, query = "") {
  const externalId = `post-${Math.random()}`;
  const id = await world.addPost(ada.workspaceId, { published: 40 * DAY, ...post, externalId });
  const answer = await callerOf(ada)(listPosts, { query: `search=${externalId}&${query}` });
  const [item] = (await answer.json()).items;
  expect(item.id).toBe(id);
  const { gain, previous_gain, unknown_because } = item.change;
  return [gain, previous_gain, unknown_because];
}

it("tells what a week brought and the week before, from the snapshots at their ends", async () => {
  const snapshots = [
    { ago: 14 * DAY + 1, views: 100 },
    { ago: 8 * DAY, views: 150 },
    { ago: 7 * DAY + 1, views: 180 },
    { ago: 6 * DAY, views: 190 },
    { ago: 1, views: 300 },
  ];
  expect(await changeOf({ snapshots })).toEqual([120, 80, null]);
});

it("tells a fall as a fall", async () => {
  const snapshots = [
    { ago: 7 * DAY + 1, views: 180 },
    { ago: 1, views: 170 },
  ];
  expect(await changeOf({ snapshots })).toEqual([-10, null, null]);
});

it("counts all of a post that is younger than the period", async () => {
  const snapshots = [{ ago: 1, views: 70 }];
  expect(await changeOf({ published: 3 * DAY, snapshots })).toEqual([70, null, null]);
  const older = [{ ago: 8 * DAY, views: 50 }, ...snapshots];
  expect(await changeOf({ published: 9 * DAY, snapshots: older })).toEqual([20, 50, null]);
});

it.each([
  [
    "nothing was measured at the start",
    [
      { ago: 2, views: 5 },
      { ago: 1, views: 9 },
    ],
    "not_before",
  ],
  [
    "nothing was measured since",
    [
      { ago: 15 * DAY, views: 5 },
      { ago: 8 * DAY, views: 9 },
    ],
    "not_since",
  ],
  [
    "the platform redefined it",
    [
      { ago: 8 * DAY, views: 5, definition: OLD },
      { ago: 1, views: 9 },
    ],
    "redefined",
  ],
  [
    "it has no such number",
    [
      { ago: 8 * DAY, views: 5 },
      { ago: 1, views: null },
    ],
    "absent",
  ],
  [
    "it had no such number",
    [
      { ago: 8 * DAY, views: null },
      { ago: 1, views: 5 },
    ],
    "absent_before",
  ],
])("knows no gain when %s, and says so", async (_why, snapshots, reason) => {
  expect(await changeOf({ snapshots })).toEqual([null, null, reason]);
});

it("tells no gain of the period before across a redefinition", async () => {
  const snapshots = [
    { ago: 15 * DAY, views: 100, definition: OLD },
    { ago: 8 * DAY, views: 500 },
    { ago: 1, views: 600 },
  ];
  expect(await changeOf({ snapshots })).toEqual([100, null, null]);
});

it("never mixes two sources of one post", async () => {
  const analytics = { source: "youtube_analytics", definition: "youtube_analytics.v2" };
  const snapshots = [
    { ago: 7.5 * DAY, views: 1, ...analytics },
    { ago: 8 * DAY, views: 100 },
    { ago: 0.5, views: 2, ...analytics },
    { ago: 1, views: 130 },
  ];
  expect(await changeOf({ snapshots })).toEqual([30, null, null]);
});

it("follows the number and the period that are asked for", async () => {
  const snapshots = [
    { ago: 31 * DAY, views: 1, likes: 10 },
    { ago: 8 * DAY, views: 2, likes: 30 },
    { ago: 1, views: 4, likes: 100 },
  ];
  expect(await changeOf({ published: 100 * DAY, snapshots }, "metric=likes&days=30")).toEqual([
    90,
    null,
    null,
  ]);
  expect(await changeOf({ published: 100 * DAY, snapshots }, "metric=likes")).toEqual([
    70,
    null,
    null,
  ]);
});
