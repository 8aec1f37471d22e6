import type { Item } from "./apify-lines.ts";
import { type LastingKind, lastingOf, type Oddities, type PassingKind } from "./apify-oddities.ts";
import type { World } from "./posts.ts";
import type { ReelKey } from "./reel-ids.ts";
import { glimpseOf, type Reel, reelAt } from "./reels.ts";

/** How actors name the moment of publishing. */
export const TIME_NAMES = ["timestamp", "takenAt", "createTime", "createTimeISO"];
const PLAYS = ["videoPlayCount", "playsCount", "playCount"];
const IDENTITIES = ["id", "itemId", "shortCode", "code", "url", "link", "webVideoUrl"];
const COMMENTS = ["commentsCount", "commentCount"];
const OTHER_THINGS = ["Log in to see more", 42, null, ["Sponsored"], true];
const ERRORS = [
  { error: "not_found", errorDescription: "Post does not exist" },
  { error: "no_items", errorDescription: "Empty or private data for provided input" },
  { error: "restricted_page", errorDescription: "Restricted access, only partial data available" },
];

/** 2^53 + 1: the first whole number that a double cannot hold. */
const BEYOND = 9_007_199_254_740_993n;

/** A reel's item as it is now, with what is odd about the reel for as long as it lives. */
export function withLastingItem(
  world: World,
  key: ReelKey,
  itemOf: (reel: Reel) => Item,
  oddities: Oddities,
): Item {
  const kind = lastingOf(oddities, key, glimpseOf(world, key).prominence);
  const item = itemOf(withLasting(reelAt(world, key, world.now()), kind));
  return kind === "only_old_views" ? withoutPlays(item) : item;
}

function withLasting(reel: Reel, kind: LastingKind | null): Reel {
  const { counts } = reel;
  switch (kind) {
    case "likes_hidden":
      return { ...reel, likesHidden: true };
    case "no_caption":
      return { ...reel, caption: null };
    case "no_views":
      return { ...reel, counts: { views: 0n, likes: 0, comments: 0, shares: 0, saves: 0 } };
    case "beyond_2_53":
      // Even steps, so that an odd number never becomes one that a double holds.
      return { ...reel, counts: { ...counts, views: BEYOND + 2n * counts.views } };
    default:
      return reel;
  }
}

/** Plays are missing, the older and smaller count of views is there. */
function withoutPlays(item: Item): Item {
  return {
    ...without(item, PLAYS),
    ...(!("createTime" in item) && { videoViewCount: oldViews(item) }),
  };
}

/** An item that something happened to in this run. `draw` in [0, 1) chooses what exactly. */
export function withPassing(item: Item, kind: PassingKind | null, draw: number): unknown {
  switch (kind) {
    case "error_item": {
      const url = item.inputUrl ?? item.link ?? item.webVideoUrl ?? item.url;
      return { url, ...(item.inputUrl ? { inputUrl: url } : {}), ...chosen(ERRORS, draw) };
    }
    case "no_time":
      return draw < 0.5 ? without(item, TIME_NAMES) : replaced(item, TIME_NAMES, null);
    case "text_count":
      return replaced(item, draw < 0.5 ? PLAYS : COMMENTS, "many");
    case "negative_count":
      return replaced(item, draw < 0.5 ? PLAYS : COMMENTS, -2 - Math.floor(draw * 100));
    case "not_an_object":
      return chosen(OTHER_THINGS, draw);
    case "no_identity":
      return without(item, IDENTITIES);
    default:
      return item;
  }
}

function oldViews(item: Item) {
  const plays = PLAYS.map((name) => item[name]).find((value) => typeof value === "bigint");
  return typeof plays === "bigint" ? plays / 3n : null;
}

function without(item: Item, names: string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
}

function replaced(item: Item, names: string[], value: unknown): Item {
  const change = (name: string, old: unknown) => (names.includes(name) ? value : old);
  return Object.fromEntries(Object.entries(item).map(([name, old]) => [name, change(name, old)]));
}

function chosen<T>(list: T[], draw: number) {
  return list[Math.floor(draw * list.length)];
}
