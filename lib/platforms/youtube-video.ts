import { z } from "zod";
import { measuredCounts, statistics } from "./google/counts.ts";
import { saysShort, thumbnails, widestThumbnail } from "./google/snippet.ts";
import { isoDurationSeconds } from "./iso-duration.ts";
import { definitionAt } from "./metric-definitions.ts";
import type { Observation, PostRef } from "./platform.ts";
import { moment, payloadOf, seconds, text } from "./provider-values.ts";

/** The longest Short, since October 2024. */
const SHORT_MAX_SECONDS = 180;

const video = z.object({
  id: z.string().min(1),
  snippet: z.object({
    publishedAt: moment,
    title: text,
    description: text.default(""),
    channelTitle: text.nullish(),
    thumbnails,
    liveBroadcastContent: z.string().catch("none"),
  }),
  // A premiere or a stream that has not begun has no duration to tell.
  contentDetails: z.object({ duration: z.string().nullish() }).default({}),
  statistics: statistics.default({}),
});

type Video = z.output<typeof video>;

/** Reads one item of `videos.list`. What is not as documented comes back as an error, not thrown. */
export function readVideo(item: unknown, post: PostRef | undefined, nowMs: number) {
  const read = video.safeParse(item);
  if (!read.success) return { error: read.error };
  return { observation: toObservation(read.data, item, post, nowMs) };
}

function toObservation(
  { id, snippet, contentDetails, statistics: counts }: Video,
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
    metrics: measuredCounts(counts),
    definition: definitionAt("youtube_data", nowMs),
    payload: payloadOf(item),
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
  const called = post?.url.includes("/shorts/") || saysShort(snippet);
  return called ? "short" : "video";
}
