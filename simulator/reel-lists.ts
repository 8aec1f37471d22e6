import type { World } from "./posts.ts";
import { hash } from "./random.ts";
import { REEL_AUTHORS } from "./reel-authors.ts";
import { authorNumber, HOUR_MS, type ReelKey, type ReelPlatform } from "./reel-ids.ts";
import { glimpseOf, tagsOf } from "./reels.ts";

const DAY_HOURS = 24;
const WINDOW_HOURS = 90 * DAY_HOURS;
const RECENT_HOURS = 7 * DAY_HOURS;
/** Of the hours of an author, the share that has a reel which anybody sees: one and a half a day. */
const SEEN = 0.0625;
/** So many candidates for each place of a list. */
const CHOICE = 3;
/** How long a reel is liked by the recommendations: of one day's feed about 60 % is in the next day's. */
const MOOD_MS = 2.9 * DAY_HOURS * HOUR_MS;
/** About one author in ten talks about a topic. */
const TAG_SHARE = 0.08;

export type Wanted = { platform: ReelPlatform; atMs: number; count: number; sinceMs?: number };

/** Reels recommended at a moment, half of them of the last 7 days, the rest up to 90 days old. */
export function recommended(world: World, wanted: Wanted, tag: string | null = null): ReelKey[] {
  const { platform, atMs, count, sinceMs = 0 } = wanted;
  const authors = REEL_AUTHORS[platform].map(({ handle }) => authorNumber(platform, handle));
  const places = (CHOICE * (count / 2)) / (tag ? TAG_SHARE : 1);
  const cut = Math.max(SEEN, places / (authors.length * RECENT_HOURS));
  const recent: Ranked[] = [];
  const older: Ranked[] = [];
  for (const author of authors) {
    for (const hour of hoursBefore(atMs)) {
      const key = { platform, author, hour };
      const { prominence, turn, publishedMs } = glimpseOf(world, key);
      if (prominence >= cut || publishedMs > atMs || publishedMs < sinceMs) continue;
      if (tag && !tagsOf(world, key).includes(tag)) continue;
      const mood = Math.floor(atMs / MOOD_MS + turn);
      const rank = hash(`${world.seed}:${platform}:${author}:${hour}:${mood}`);
      (atMs - publishedMs < RECENT_HOURS * HOUR_MS ? recent : older).push({ key, rank });
    }
  }
  const young = best(recent, Math.ceil(count / 2));
  const chosen = [...young, ...best(older, count - young.length)];
  return best(chosen, count).map(({ key }) => key);
}

/** An author's reels, newest first. */
export function postedBy(world: World, wanted: Wanted, author: number): ReelKey[] {
  const { platform, atMs, count, sinceMs = 0 } = wanted;
  const cut = Math.max(SEEN, (1.2 * count) / WINDOW_HOURS);
  const keys: ReelKey[] = [];
  for (const hour of hoursBefore(atMs)) {
    const key = { platform, author, hour };
    const { prominence, publishedMs } = glimpseOf(world, key);
    if (prominence >= cut || publishedMs > atMs || publishedMs < sinceMs) continue;
    keys.push(key);
    if (keys.length === count) break;
  }
  return keys;
}

type Ranked = { key: ReelKey; rank: number };

function best(list: Ranked[], count: number) {
  return list.sort((one, other) => one.rank - other.rank).slice(0, count);
}

function* hoursBefore(atMs: number) {
  const last = Math.floor(atMs / HOUR_MS);
  // One less, so that none is older than the window when the hour is.
  for (let back = 0; back < WINDOW_HOURS - 1; back += 1) yield last - back;
}
