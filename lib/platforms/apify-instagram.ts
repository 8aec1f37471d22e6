import { z } from "zod";
import { apifySource } from "./apify-source.ts";
import { countOr, scrapedCount } from "./apify-values.ts";
import type { Measured } from "./metric.ts";
import { definitionAt } from "./metric-definitions.ts";
import type { Observation, PostRef, SourceChoice } from "./platform.ts";
import { moment, payloadOf, pictureUrl, seconds, text } from "./provider-values.ts";
import type { PlatformSettings, SourceOptions } from "./settings.ts";

const named = z.object({ shortCode: z.string().min(1) });

const post = z.object({
  shortCode: z.string().min(1),
  type: z.enum(["Image", "Video", "Sidecar"]),
  productType: z.string().nullish().catch(null),
  caption: text.nullish(),
  timestamp: moment.nullish(),
  likesCount: scrapedCount,
  commentsCount: scrapedCount,
  videoPlayCount: scrapedCount,
  videoViewCount: scrapedCount,
  sharesCount: scrapedCount,
  reshareCount: scrapedCount,
  videoDuration: seconds.nullish().catch(null),
  displayUrl: pictureUrl,
  ownerUsername: text.nullish(),
  ownerFullName: text.nullish(),
});

type Post = z.output<typeof post>;

const VIEWS_OF_3_SECONDS = "apify_instagram_3s.v1";

/** Public Instagram posts by an Apify actor (`apify/instagram-scraper`, or the reel scraper). */
export function apifyInstagramSource(
  settings: PlatformSettings,
  options: SourceOptions = {},
): SourceChoice {
  const { now = Date.now } = options;
  return apifySource(
    {
      platform: "instagram",
      source: "apify_instagram",
      actorSetting: "APIFY_INSTAGRAM_ACTOR",
      input,
      itemId: (item) => named.safeParse(item).data?.shortCode ?? null,
      readItem: (item) => readPost(item, now()),
    },
    settings,
    options,
  );
}

function input(posts: PostRef[], actor: string) {
  const urls = posts.map(({ url }) => url);
  if (actor.includes("reel")) return { username: urls, resultsLimit: 1 };
  return { directUrls: urls, resultsType: "posts", resultsLimit: 1, addParentData: false };
}

function readPost(item: unknown, nowMs: number) {
  const read = post.safeParse(item);
  if (!read.success) return { error: read.error };
  return { observation: toObservation(read.data, item, nowMs) };
}

function toObservation(found: Post, item: unknown, nowMs: number): Observation {
  const kind = mediaKind(found);
  return {
    externalId: found.shortCode,
    url: `https://www.instagram.com/${kind === "reel" ? "reel" : "p"}/${found.shortCode}/`,
    authorHandle: found.ownerUsername ?? null,
    authorName: found.ownerFullName ?? null,
    title: null,
    caption: found.caption ?? null,
    mediaKind: kind,
    durationSeconds: found.type === "Video" ? (found.videoDuration ?? null) : null,
    thumbnailUrl: found.displayUrl ?? null,
    publishedAt: found.timestamp ?? null,
    metrics: measured(found),
    definition: tellsOldViewsOnly(found)
      ? VIEWS_OF_3_SECONDS
      : definitionAt("apify_instagram", nowMs),
    payload: payloadOf(item),
  };
}

/** Whether there is nothing but the older, much smaller count of views of 3 seconds. */
function tellsOldViewsOnly({ videoPlayCount, videoViewCount }: Post) {
  const plays = videoPlayCount ?? null;
  return plays === null && (videoViewCount ?? "hidden") !== "hidden";
}

function measured(found: Post): Measured {
  // An image has no plays to hide.
  const noPlays = found.type === "Video" ? "hidden" : "not_offered";
  return {
    impressions: { absent: "not_offered" },
    reach: { absent: "not_offered" },
    views: countOr(found.videoPlayCount ?? found.videoViewCount, noPlays),
    likes: countOr(found.likesCount, "hidden"),
    comments: countOr(found.commentsCount, "hidden"),
    shares: countOr(found.sharesCount ?? found.reshareCount, "not_offered"),
    saves: { absent: "not_offered" },
    clicks: { absent: "not_offered" },
    video_views: countOr(found.videoPlayCount, noPlays),
  };
}

function mediaKind({ type, productType }: Post) {
  if (type === "Image") return "image";
  if (type === "Sidecar") return "carousel";
  return productType === "clips" ? "reel" : "video";
}
