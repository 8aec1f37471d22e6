import { z } from "zod";
import type { Answered, Asked, Line } from "./apify-lines.ts";
import { sinceMs } from "./apify-moments.ts";
import { numberOf } from "./reel-authors.ts";
import { postedBy, recommended, type Wanted } from "./reel-lists.ts";
import { tiktokReelItem } from "./reel-tiktok-items.ts";
import { tiktokLinkItem } from "./tiktok-items.ts";

const list = z.array(z.string()).default([]);

const input = z.object({
  profiles: list,
  hashtags: list,
  searchQueries: list,
  postURLs: list,
  resultsPerPage: z.number().int().min(1).max(50_000).default(100),
  oldestPostDateUnified: z.string().nullish(),
});

/** `clockworks/tiktok-scraper`: links of posts, profiles and hashtags, each with its own limit. */
export function tiktokLines(asked: Asked): Answered {
  const { world, base, atMs } = asked;
  const read = input.safeParse(asked.input);
  if (!read.success) return { refused: z.prettifyError(read.error) };
  const { profiles, hashtags, searchQueries, postURLs, resultsPerPage } = read.data;
  const since = sinceMs(read.data.oldestPostDateUnified, atMs);
  if (Number.isNaN(since)) return { refused: "Field input.oldestPostDateUnified is no date." };
  const wanted = {
    platform: "tiktok",
    atMs,
    count: resultsPerPage,
    sinceMs: since ?? 0,
  } satisfies Wanted;
  const reels = (keys: ReturnType<typeof recommended>, name: string): Line[] =>
    keys.length > 0
      ? keys.map((key) => ({ key, itemOf: (reel) => tiktokReelItem(reel, name, base) }))
      : [{ say: () => missing(name) }];
  const posted = (name: string) => {
    const handle = /@?([\w.]+)\/?$/.exec(name)?.[1] ?? name;
    const hidden = /^(gone|private)/.test(handle);
    return reels(hidden ? [] : postedBy(world, wanted, numberOf(world, "tiktok", handle)), handle);
  };
  return [
    ...postURLs.map((url): Line => ({ say: (then) => tiktokLinkItem(then, url, asked) })),
    ...profiles.flatMap(posted),
    ...[...hashtags, ...searchQueries].flatMap((word) => {
      const tag = word.replace(/^#/, "").toLowerCase();
      return reels(recommended(world, wanted, tag), tag);
    }),
  ];
}

function missing(name: string) {
  return {
    input: name,
    url: `https://www.tiktok.com/@${name}`,
    error: "No videos found to match the input, or the profile is private.",
    errorCode: "NO_ITEMS",
  };
}
