import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readNumbers, readPost } from "@/app/(app)/posts/[id]/read-post-page";
import { getStanding } from "@/lib/reels/queries";
import { tokenScope } from "@/lib/supabase/server";
import type { TestUser } from "../../support/supabase.ts";
import { type NewPost, startPostsWorld } from "./world.ts";

const DAY = 24;

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let posts = 0;

/** A Short of so many days, measured an hour ago. */
function addShort(days: number, views: number, rest: Partial<NewPost> = {}) {
  posts += 1;
  return world.addPost(ada.workspaceId, {
    externalId: `short${posts}`,
    kind: "short",
    published: days * DAY,
    snapshots: [{ ago: 1, views, likes: views }],
    ...rest,
  });
}

async function scopeOf(user: TestUser) {
  const scope = await tokenScope(user.accessToken, null);
  if (!scope) throw new Error("The token was not taken.");
  return scope;
}

/** What the page of a post is told. */
async function numbersOf(id: number) {
  const scope = await scopeOf(ada);
  const post = await readPost(scope, id);
  if (!post) throw new Error("The post was not found.");
  return readNumbers(scope, post, {});
}

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  for (let views = 1; views <= 20; views += 1) await addShort(3, views);
});
afterAll(() => world.stop());

describe("where a post's page says it stands", () => {
  it("is the smallest window of days that holds it", async () => {
    const ids = [await addShort(3, 900), await addShort(20, 800), await addShort(60, 700)];
    const told = await Promise.all(ids.map(numbersOf));
    expect(told.map(({ standing }) => [standing?.cohort.days, standing?.reel.n])).toEqual([
      [7, 21],
      [30, 22],
      [90, 23],
    ]);
    expect(told[0]?.standing?.reel).toMatchObject({ views_percentile: 100, post_id: ids[0] });
    // Each against the platform's median: the author has no others of the same age.
    expect(told[0]?.outlier).toMatchObject({
      isOutlier: true,
      against: "against the median of 21 YouTube Shorts",
    });
  });

  it.each([
    ["older than 90 days", 100, {}],
    ["no short video", 3, { kind: "image" }],
    ["not measured", 3, { snapshots: [] }],
    ["of an unknown time", 3, { published: null }],
    ["without views", 3, { snapshots: [{ ago: 1, views: null, absent: "hidden" }] }],
  ])("is nowhere for a post that is %s", async (_what, days, rest) => {
    expect((await numbersOf(await addShort(days, 5, rest))).standing).toBeNull();
  });

  it("is nothing to somebody of another workspace", async () => {
    const id = await addShort(3, 5);
    const bob = await world.supabase.createUser("bob");
    const scope = await scopeOf(ada);
    // A cohort that was scored a moment ago answers for another moment.
    await expect.poll(() => getStanding(scope, id, 7), { timeout: 10_000 }).not.toBeNull();
    expect(await getStanding(await scopeOf(bob), id, 7)).toBeNull();
  });
});
