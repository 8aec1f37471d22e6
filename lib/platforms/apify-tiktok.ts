import { z } from "zod";
import { apifySource } from "./apify-source.ts";
import { countOr, scrapedCount } from "./apify-values.ts";
import type { Measured } from "./metric.ts";
import { definitionAt } from "./metric-definitions.ts";
import type { Observation, SourceChoice } from "./platform.ts";
import { moment, payloadOf, pictureUrl, seconds, text } from "./provider-values.ts";
import type { PlatformSettings, SourceOptions } from "./settings.ts";

const postId = z.union([z.string().regex(/^\d+$/), z.number().int(), z.bigint()]).transform(String);

const named = z.object({ id: postId });

const post = z.object({
  id: postId,
  text: text.nullish(),
  createTimeISO: moment.nullish(),
  createTime: moment.nullish(),
  isSlideshow: z.boolean().nullish().catch(null),
  playCount: scrapedCount,
  diggCount: scrapedCount,
  commentCount: scrapedCount,
  shareCount: scrapedCount,
  collectCount: scrapedCount,
  videoMeta: z
    .object({ duration: seconds.nullish().catch(null), coverUrl: pictureUrl })
    .nullish()
    .catch(null),
  authorMeta: z.object({ name: text.nullish(), nickName: text.nullish() }).nullish().catch(null),
});

type Post = z.output<typeof post>;

/** Public TikTok posts by an Apify actor (`clockworks/tiktok-scraper`). */
export function apifyTiktokSource(
  settings: PlatformSettings,
  options: SourceOptions = {},
): SourceChoice {
  const { now = Date.now } = options;
  return apifySource(
    {
      platform: "tiktok",
      source: "apify_tiktok",
      actorSetting: "APIFY_TIKTOK_ACTOR",
      input: (posts) => ({
        postURLs: posts.map(({ url }) => url),
        resultsPerPage: 1,
        shouldDownloadVideos: false,
        shouldDownloadCovers: false,
      }),
      itemId: (item) => named.safeParse(item).data?.id ?? null,
      readItem: (item) => readPost(item, now()),
    },
    settings,
    options,
  );
}

function readPost(item: unknown, nowMs: number) {
  const read = post.safeParse(item);
  if (!read.success) return { error: read.error };
  return { observation: toObservation(read.data, item, nowMs) };
}

function toObservation(found: Post, item: unknown, nowMs: number): Observation {
  const handle = found.authorMeta?.name ?? null;
  return {
    externalId: found.id,
    url: `https://www.tiktok.com/@${handle ?? ""}/${found.isSlideshow ? "photo" : "video"}/${found.id}`,
    authorHandle: handle,
    authorName: found.authorMeta?.nickName ?? null,
    title: null,
    caption: found.text ?? null,
    mediaKind: found.isSlideshow ? "carousel" : "video",
    durationSeconds: found.isSlideshow ? null : (found.videoMeta?.duration ?? null),
    thumbnailUrl: found.videoMeta?.coverUrl ?? null,
    publishedAt: found.createTimeISO ?? found.createTime ?? null,
    metrics: measured(found),
    definition: definitionAt("apify_tiktok", nowMs),
    payload: payloadOf(item),
  };
}

function measured(found: Post): Measured {
  const views = countOr(found.playCount, "hidden");
  return {
    impressions: { absent: "not_offered" },
    reach: { absent: "not_offered" },
    views,
    likes: countOr(found.diggCount, "hidden"),
    comments: countOr(found.commentCount, "hidden"),
    shares: countOr(found.shareCount, "hidden"),
    saves: countOr(found.collectCount, "hidden"),
    clicks: { absent: "not_offered" },
    // A photo post is shown, not played.
    video_views: found.isSlideshow ? { absent: "not_offered" } : views,
  };
}
