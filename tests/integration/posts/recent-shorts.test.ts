import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countRecentShorts } from "@/lib/posts/recent-shorts";
import { tokenScope } from "@/lib/supabase/server";
import type { TestUser } from "../../support/supabase.ts";
import { startPostsWorld } from "./world.ts";

const HOUR_MS = 3_600_000;
const weekAgo = () => new Date(Date.now() - 168 * HOUR_MS);

let world: Awaited<ReturnType<typeof startPostsWorld>>;
let ada: TestUser;
let bob: TestUser;

async function scopeOf(user: TestUser) {
  const scope = await tokenScope(user.accessToken, null);
  if (!scope) throw new Error("The token was not taken.");
  return scope;
}

beforeAll(async () => {
  world = await startPostsWorld();
  ada = await world.supabase.createUser("ada");
  bob = await world.supabase.createUser("bob");
  const seen = (ago: number) => [{ ago, views: 10 }];
  const posts = [
    { externalId: "short", kind: "short", published: 20, snapshots: seen(3) },
    { externalId: "reel", kind: "reel", platform: "instagram", published: 167, snapshots: seen(1) },
    { externalId: "tiktok", platform: "tiktok", published: 40, snapshots: seen(2) },
    { externalId: "long", kind: "video", published: 20, snapshots: seen(1) },
    {
      externalId: "photos",
      kind: "carousel",
      platform: "tiktok",
      published: 20,
      snapshots: seen(1),
    },
    { externalId: "old", kind: "short", published: 169, snapshots: seen(1) },
    { externalId: "undated", kind: "short", published: null, snapshots: seen(1) },
    { externalId: "unmeasured", kind: "short", published: 20 },
  ];
  for (const post of posts) await world.addPost(ada.workspaceId, post);
});
afterAll(() => world.stop());

describe("countRecentShorts", () => {
  it("counts measured Shorts, reels and TikTok videos of the time, with the newest measurement", async () => {
    const { measuredAt, ...counts } = await countRecentShorts(await scopeOf(ada), weekAgo());
    expect(counts).toEqual({ total: 3, simulated: 0 });
    const age = Date.now() - new Date(measuredAt ?? 0).getTime();
    expect(Math.round(age / HOUR_MS)).toBe(1);
  });

  it("tells which of them the simulator measured", async () => {
    await world.supabase.sql(
      `update public.post_latest set is_simulated = true
       where post_id in (select id from public.posts where external_id in ('short', 'long'))`,
    );
    const counts = await countRecentShorts(await scopeOf(ada), weekAgo());
    expect(counts).toMatchObject({ total: 3, simulated: 1 });
  });

  it("finds nothing of a workspace that one is not in", async () => {
    const scope = { ...(await scopeOf(bob)), workspaceId: ada.workspaceId };
    const none = { total: 0, simulated: 0, measuredAt: null };
    expect(await countRecentShorts(scope, weekAgo())).toEqual(none);
  });
});
