import { expect } from "vitest";
import { GET as performance } from "@/app/api/v1/reels/performance/route";
import {
  type Answer,
  callerOf,
  DAY,
  HOUR,
  hoursFromNow,
  type NewReel,
  startReelsWorld,
} from "../../support/reels.ts";

export const HUGE = "9007199254740993";
/** All but the oldest, ranked however few they are. */
export const BEHIND = { window: "30d", min_cohort: 1, limit: 100 };

/** When the newest number was measured: the end of every window. */
export const end = hoursFromNow(-2);

type Extra = Partial<NewReel> & {
  age?: bigint;
  views?: number | string | null;
  likes?: number | null;
};
function reel(external_id: string, extra: Extra): NewReel {
  const { age = 10n * HOUR, views = 100, likes = 5, ...rest } = extra;
  const snapshots = [{ at: end, views, likes, comments: 1 }];
  return { external_id, published: end - age, snapshots, ...rest };
}

/** A workspace with a reel for each filter, tie and window. */
export async function startListedWorld() {
  const world = await startReelsWorld();
  const ada = await world.supabase.createUser("ada");
  const call = callerOf(ada);
  await world.addReels(ada.workspaceId, [
    reel("plain", { title: "Bread, #Oats and more", views: 100, likes: 10 }),
    reel("tag", { caption: "100%_sure #oatsy", author: "@keiko", views: 200, likes: 40 }),
    reel("hidden", { views: 300, likes: null, author: null, title: "No likes" }),
    reel("tied1", { views: 400, likes: 8 }),
    reel("tied2", { views: 400, likes: 8 }),
    reel("best", { views: 2000, likes: 1500, author: "@keiko" }),
    reel("tt", { platform: "tiktok", kind: "video", views: HUGE, age: 20n * HOUR }),
    reel("yt", { platform: "youtube", kind: "short", views: 50, age: 20n * HOUR }),
    // In the wider windows only, at their very beginning.
    reel("week", { age: 7n * DAY + 1n }),
    reel("month", { age: 30n * DAY + 1n }),
    reel("quarter", { age: 90n * DAY }),
    // In none.
    reel("old", { age: 90n * DAY + 1n }),
    reel("unmeasured", { views: null }),
    reel("long", { platform: "youtube", kind: "video" }),
    reel("picture", { kind: "image" }),
  ]);

  async function list(query: Record<string, string | number> = {}): Promise<Answer> {
    const answer = await call(performance, query);
    expect(answer.status).toBe(200);
    return answer.json();
  }
  const names = async (query: Record<string, string | number>) =>
    (await list(query)).items.map(({ reel_id }) => reel_id);
  return { call, list, names, stop: () => world.stop() };
}
