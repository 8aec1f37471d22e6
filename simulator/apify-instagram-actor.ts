import { z } from "zod";
import type { Answered, Asked, Line } from "./apify-lines.ts";
import { sinceMs } from "./apify-moments.ts";
import { errorItem, instagramLinkItem, instagramPostItem, isReel } from "./instagram-items.ts";
import { accountPostOf } from "./posts.ts";
import { numberOf } from "./reel-authors.ts";
import type { ReelKey } from "./reel-ids.ts";
import { instagramReelItem } from "./reel-instagram-items.ts";
import { postedBy, recommended } from "./reel-lists.ts";

const MOST = 50_000;

const input = z.object({
  directUrls: z.array(z.string()).default([]),
  username: z.array(z.string()).default([]),
  search: z.string().nullish(),
  searchType: z.enum(["user", "profile", "hashtag", "place"]).default("hashtag"),
  searchLimit: z.number().int().min(1).default(1),
  resultsLimit: z.number().int().min(1).max(MOST).default(200),
  onlyPostsNewerThan: z.string().nullish(),
});

type Search = Asked & { count: number; since: number | undefined };

/** `apify/instagram-scraper` and `apify/instagram-reel-scraper`: links of posts, profiles and hashtags, each with its own limit. */
export function instagramLines(asked: Asked): Answered {
  const read = input.safeParse(asked.input);
  if (!read.success) return { refused: z.prettifyError(read.error) };
  const { directUrls, username, search, searchType, searchLimit, ...given } = read.data;
  const since = sinceMs(given.onlyPostsNewerThan, asked.atMs);
  if (Number.isNaN(since)) return { refused: "Field input.onlyPostsNewerThan is no date." };
  const searched = { ...asked, count: given.resultsLimit, since };
  const words = (search ?? "").split(",").flatMap((word) => word.trim() || []);
  return [
    ...[...directUrls, ...username].flatMap((target) => linesOf(searched, target)),
    ...words
      .slice(0, searchType === "hashtag" ? searchLimit * words.length : searchLimit)
      .flatMap((word) => (searchType === "hashtag" ? tagged : profile)(searched, word)),
  ];
}

function linesOf(asked: Search, target: string): Line[] {
  if (/\/(?:p|reels?|tv)\/[\w-]+/.test(target)) {
    return [{ say: (world) => instagramLinkItem(world, target, asked) }];
  }
  const tag = /\/explore\/tags\/([^/?#]+)/.exec(target)?.[1];
  if (tag) return tagged(asked, decodeURIComponent(tag));
  const handle = /^(?:(?:https?:\/\/)?(?:www\.)?instagram\.com\/|@)?([\w.]+)\/?/.exec(target)?.[1];
  if (handle) return profile(asked, handle);
  return [{ say: () => errorItem(target, "not_found", "Page not found") }];
}

function tagged(asked: Search, word: string): Line[] {
  const tag = word.replace(/^#/, "").toLowerCase();
  const url = `https://www.instagram.com/explore/tags/${encodeURIComponent(tag)}/`;
  const keys = recommended(asked.world, wanted(asked), tag);
  if (keys.length === 0) return [{ say: () => errorItem(url, "no_items", EMPTY) }];
  return reels(asked, keys, url);
}

const EMPTY = "Empty or private data for provided input";

function profile(asked: Search, handle: string): Line[] {
  const { world, base, count, atMs, since = 0 } = asked;
  const url = `https://www.instagram.com/${handle}/`;
  if (handle.startsWith("gone")) return [{ say: () => errorItem(url, "not_found", "No user") }];
  if (handle.startsWith("private")) return [{ say: () => errorItem(url, "no_items", EMPTY) }];
  // Accounts that can be connected show to everybody what they tell their owner.
  const account = world.book.accounts.find(
    (each) => each.platform === "instagram" && each.handle === handle,
  );
  if (!account) {
    const author = numberOf(world, "instagram", handle);
    return reels(asked, postedBy(world, wanted(asked), author), url);
  }
  return world.book
    .postsOf(account, atMs)
    .filter((each) => each.publishedMs >= since && isReel(accountPostOf({ world }, each)))
    .slice(0, count)
    .map((each) => ({
      say: (then) => instagramPostItem(accountPostOf({ world: then }, each), url, base),
    }));
}

function wanted({ atMs, count, since = 0 }: Search) {
  return { platform: "instagram" as const, atMs, count, sinceMs: since };
}

function reels({ base }: Search, keys: ReelKey[], url: string): Line[] {
  return keys.map((key) => ({ key, itemOf: (reel) => instagramReelItem(reel, url, base) }));
}
