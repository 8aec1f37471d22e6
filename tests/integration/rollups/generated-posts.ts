import { seededPick } from "../tenancy/foreign-requests.ts";
import type { Post, Snapshot } from "./plain-trend.ts";

const HOUR_MS = 3_600_000;
/** Sundays of both ends of summer time lie within: 26 October in Berlin, 2 November in New York. */
export const FIRST_MS = Date.parse("2025-10-20T00:00:00Z");
export const NIGHTS = 18;
/** Came to an account only in the ninth night. */
export const MOVED = 5;

/** Posts of two accounts and of none: with gaps, falls, missing counts, redefinitions and late first measurements. */
export function generatePosts(seed: number) {
  const pick = seededPick(seed);
  const upTo = (most: number) => pick(Array.from({ length: most + 1 }, (_, n) => n));
  const posts: Post[] = [];
  const snapshots: Snapshot[] = [];
  for (let key = 0; key < 9; key++) {
    const platform = key % 3 === 2 ? "youtube" : "tiktok";
    const firstHour = upTo(24 * 8);
    const publishedHour = pick([
      firstHour - 3,
      firstHour - 20,
      firstHour - 26,
      firstHour - 400,
      null,
    ]);
    posts.push({
      key,
      platform,
      account: pick(["first", "second", null]),
      publishedMs: publishedHour === null ? null : FIRST_MS + publishedHour * HOUR_MS,
    });
    const gap = { from: firstHour + 30 + upTo(100), hours: pick([0, 60, 120]) };
    const redefinedHour = pick([null, firstHour + 100]);
    let views = 1 + upTo(500);
    for (let hour = firstHour; hour < 24 * (NIGHTS - 1); hour += pick([1, 5, 6, 6, 7, 12])) {
      if (hour > gap.from && hour < gap.from + gap.hours) continue;
      // A platform restates a number downwards now and then.
      views = Math.max(0, views + pick([0, 3, 40, 700, -25]));
      const redefined = redefinedHour !== null && hour >= redefinedHour;
      const [source, definition] =
        platform === "youtube"
          ? ["youtube_data", redefined ? "youtube_data.2026-08-27" : "youtube_data.2025-03-31"]
          : ["tiktok_display", "tiktok_display.v2"];
      snapshots.push({
        post: key,
        source,
        definition,
        capturedMs: FIRST_MS + hour * HOUR_MS + upTo(59) * 60_000,
        views: pick([views, views, views, null]),
        likes: key === 4 ? null : pick([Math.floor(views / 10), null, null]),
      });
    }
    // A series of its own: never part of a total.
    if (platform === "youtube") {
      const capturedMs = FIRST_MS + (firstHour + 40) * HOUR_MS;
      snapshots.push({
        post: key,
        source: "youtube_analytics",
        definition: "youtube_analytics.v2",
        capturedMs,
        views: 10 ** 9,
        likes: null,
      });
    }
  }
  const moved = posts[MOVED];
  if (moved) moved.account = "second";
  return { posts, snapshots };
}
