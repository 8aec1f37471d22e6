import { z } from "zod";
import type { AccountPost, ListedPost, Measurement } from "../connected.ts";
import type { Absence, Measured, Metric } from "../metric.ts";
import { definitionAt } from "../metric-definitions.ts";
import { count, moment, payloadOf, pictureUrl, seconds, text } from "../provider-values.ts";

/** Text by the documentation, a number of 19 digits in some answers. */
const postId = z.union([z.string().regex(/^\d+$/), z.number().int(), z.bigint()]).transform(String);

export const videoPage = z.object({
  data: z.object({
    videos: z.array(z.unknown()).nullish(),
    cursor: z
      .union([z.number(), z.bigint(), z.string()])
      .nullish()
      .transform((at) => (at == null ? null : String(at))),
    has_more: z.boolean().nullish(),
  }),
});

const shareUrl = z
  .url({ protocol: /^https?$/ })
  .nullish()
  .catch(null);

const named = z.object({ id: postId });

const listed = z.object({
  id: postId,
  create_time: moment.nullish().catch(null),
  title: text.nullish().catch(null),
  video_description: text.nullish().catch(null),
  duration: seconds.nullish().catch(null),
  cover_image_url: pictureUrl,
  share_url: shareUrl,
});

export const LIST_FIELDS = Object.keys(listed.shape);

const counted = z.object({
  id: postId,
  share_url: shareUrl,
  view_count: count.nullish(),
  like_count: count.nullish(),
  comment_count: count.nullish(),
  share_count: count.nullish(),
});

export const COUNT_FIELDS = Object.keys(counted.shape);

/** The column that each field fills. */
export const METRIC_OF: Record<string, Metric> = {
  view_count: "views",
  like_count: "likes",
  comment_count: "comments",
  share_count: "shares",
};

export function videoId(item: unknown): string | null {
  return named.safeParse(item).data?.id ?? null;
}

export function readListed(item: unknown): ListedPost | null {
  const read = listed.safeParse(item);
  if (!read.success) return null;
  const { id, share_url, duration, ...found } = read.data;
  const photo = isPhoto(share_url);
  const handle = share_url?.match(/\/@([\w.]+)\//)?.[1] ?? null;
  return {
    apiId: id,
    externalId: id,
    url: canonicalUrl(id, handle, photo),
    authorHandle: handle,
    authorName: null,
    title: found.title || null,
    caption: found.video_description ?? null,
    mediaKind: photo ? "carousel" : "video",
    durationSeconds: photo ? null : (duration ?? null),
    thumbnailUrl: found.cover_image_url ?? null,
    publishedAt: found.create_time ?? null,
  };
}

/** Reads the counts of one video. `without` are the fields that were not asked for. */
export function readCounts(item: unknown, post: AccountPost, without: string[], nowMs: number) {
  const read = counted.safeParse(item);
  if (!read.success) return { error: read.error };
  const of = (field: "view_count" | "like_count" | "comment_count" | "share_count") => {
    const absent: Absence = without.includes(field) ? "permission" : "hidden";
    return read.data[field] ?? { absent };
  };
  const photo = post.mediaKind === "carousel" || post.mediaKind === "image";
  const views = of("view_count");
  const metrics: Measured = {
    impressions: { absent: "not_offered" },
    reach: { absent: "not_offered" },
    views,
    likes: of("like_count"),
    comments: of("comment_count"),
    shares: of("share_count"),
    saves: { absent: "not_offered" },
    clicks: { absent: "not_offered" },
    // A photo post is shown, not played.
    video_views: photo || isPhoto(read.data.share_url) ? { absent: "not_offered" } : views,
  };
  const measurement: Measurement = {
    source: "tiktok_display",
    metrics,
    definition: definitionAt("tiktok_display", nowMs),
    payload: payloadOf(item),
  };
  return { measurement };
}

function isPhoto(url: string | null | undefined) {
  return url ? new URL(url).pathname.includes("/photo/") : false;
}

// As `lib/links` writes it; without a user name TikTok finds the post by its id.
function canonicalUrl(id: string, handle: string | null, photo: boolean) {
  if (!handle) return `https://www.tiktok.com/share/video/${id}`;
  return `https://www.tiktok.com/@${handle}/${photo ? "photo" : "video"}/${id}`;
}
