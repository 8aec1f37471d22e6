import { z } from "zod";
import { isoDurationSeconds } from "./iso-duration.ts";
import type { Measured } from "./metric.ts";
import { definitionAt } from "./metric-definitions.ts";
import type { Observation, PostRef } from "./platform.ts";
import { count, moment, payloadOf, pictureUrl, seconds, text } from "./provider-values.ts";

/** The longest Short, since October 2024. */
const SHORT_MAX_SECONDS = 180;

const video = z.object({
  id: z.string().min(1),
  snippet: z.object({
    publishedAt: moment,
    title: text,
    description: text.default(""),
    channelTitle: text.nullish(),
    thumbnails: z
      .record(z.string(), z.object({ url: pictureUrl, width: z.number().catch(0) }))
      .catch({}),
    liveBroadcastContent: z.string().catch("none"),
  }),
  // A premiere or a stream that has not begun has no duration to tell.
  contentDetails: z.object({ duration: z.string().nullish() }).default({}),
  statistics: z
    .object({
      viewCount: count.nullish(),
      likeCount: count.nullish(),
      commentCount: count.nullish(),
    })
    .default({}),
});

type Video = z.output<typeof video>;

/** Reads one item of `videos.list`. What is not as documented comes back as an error, not thrown. */
export function readVideo(item: unknown, post: PostRef | undefined, nowMs: number) {
  const read = video.safeParse(item);
  if (!read.success) return { error: read.error };
  return { observation: toObservation(read.data, item, post, nowMs) };
}

function toObservation(
  { id, snippet, contentDetails, statistics }: Video,
  item: unknown,
  post: PostRef | undefined,
  nowMs: number,
): Observation {
  const durationSeconds =
    seconds.safeParse(isoDurationSeconds(contentDetails.duration ?? "")).data ?? null;
  return {
    externalId: id,
    url: `https://www.youtube.com/watch?v=${id}`,
    authorHandle: null,
    authorName: snippet.channelTitle ?? null,
    title: snippet.title,
    caption: snippet.description,
    mediaKind: mediaKind(snippet, durationSeconds, post),
    durationSeconds,
    thumbnailUrl: widestThumbnail(snippet.thumbnails),
    publishedAt: snippet.publishedAt,
    metrics: measured(statistics),
    definition: definitionAt("youtube_data", nowMs),
    payload: payloadOf(item),
  };
}

// An absent count is hidden by its owner: unknown, which is not zero.
function measured({ viewCount, likeCount, commentCount }: Video["statistics"]): Measured {
  const views = viewCount ?? ({ absent: "hidden" } as const);
  return {
    impressions: { absent: "not_offered" },
    reach: { absent: "not_offered" },
    views,
    likes: likeCount ?? { absent: "hidden" },
    comments: commentCount ?? { absent: "hidden" },
    shares: { absent: "not_offered" },
    saves: { absent: "not_offered" },
    clicks: { absent: "not_offered" },
    video_views: views,
  };
}

// Nothing in the answer says "Short": the link and the author's own tag do.
function mediaKind(snippet: Video["snippet"], durationSeconds: number | null, post?: PostRef) {
  if (snippet.liveBroadcastContent === "live" || snippet.liveBroadcastContent === "upcoming") {
    return "live";
  }
  const short =
    durationSeconds !== null && durationSeconds > 0 && durationSeconds <= SHORT_MAX_SECONDS;
  if (!short) return "video";
  const called =
    post?.url.includes("/shorts/") || /#shorts?\b/i.test(`${snippet.title} ${snippet.description}`);
  return called ? "short" : "video";
}

function widestThumbnail(thumbnails: Video["snippet"]["thumbnails"]) {
  const [widest] = Object.values(thumbnails)
    .filter(({ url }) => url)
    .sort((one, other) => other.width - one.width);
  return widest?.url ?? null;
}
