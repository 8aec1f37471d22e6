import type { Metric } from "./metric.ts";
import type { PlatformId } from "./platform.ts";

/** What a provider meant by its counts from a moment on. Seeds the table `metric_definitions`. */
export type MetricDefinition = {
  id: string;
  platform: PlatformId;
  /** As in `PostSource.source`. */
  source: string;
  /** ISO 8601: the first moment at which a snapshot carries this definition. */
  validFrom: string;
  /** Why there is a definition of its own. */
  reason: string;
  /** What each metric that the source has means. A metric that is not here is not offered. */
  meanings: Partial<Record<Metric, string>>;
};

const YOUTUBE_COUNTS = {
  likes: "statistics.likeCount: likes so far. Absent when the owner hides them.",
  comments:
    "statistics.commentCount: comments and replies so far. Absent when comments are turned off.",
};

/** Oldest first within each source. */
export const METRIC_DEFINITIONS: MetricDefinition[] = [
  {
    id: "youtube_data.2025-03-31",
    platform: "youtube",
    source: "youtube_data",
    validFrom: "2025-03-31T00:00:00Z",
    reason: "Since 2025-03-31 a Short counts a view as soon as it starts to play.",
    meanings: {
      ...YOUTUBE_COUNTS,
      views:
        "statistics.viewCount: public views so far. Shorts count each start of play; other videos count views that YouTube judged to be meant.",
      video_views: "The same number as views: every post is a video.",
    },
  },
  {
    id: "youtube_data.2026-08-27",
    platform: "youtube",
    source: "youtube_data",
    validFrom: "2026-08-27T00:00:00Z",
    reason:
      "On 2026-08-27 YouTube announced that long videos and live streams count each start of play too. When each channel was switched is not public: expect a step after this day.",
    meanings: {
      ...YOUTUBE_COUNTS,
      views:
        "statistics.viewCount: public views so far. Every format counts as soon as play starts.",
      video_views: "The same number as views: every post is a video.",
    },
  },
  {
    id: "apify_instagram.v1",
    platform: "instagram",
    source: "apify_instagram",
    validFrom: "2020-01-01T00:00:00Z",
    reason: "The public page of a post as Apify's actor reads it: not Instagram's own insights.",
    meanings: {
      views:
        "videoPlayCount: plays with replays, the number the app shows; else videoViewCount, the older and smaller count of views of 3 seconds. Images have none.",
      likes: "likesCount: likes so far. -1 stands for hidden.",
      comments: "commentsCount: comments so far.",
      shares: "sharesCount or reshareCount: only when the actor was asked for it.",
      video_views: "videoPlayCount: plays of a video with replays.",
    },
  },
  {
    id: "apify_tiktok.v1",
    platform: "tiktok",
    source: "apify_tiktok",
    validFrom: "2020-01-01T00:00:00Z",
    reason: "The public page of a post as Apify's actor reads it: not TikTok's own insights.",
    meanings: {
      views: "playCount: starts of play so far; for a photo post how often it was shown.",
      likes: "diggCount: likes so far.",
      comments: "commentCount: comments so far.",
      shares: "shareCount: shares so far.",
      saves: "collectCount: how often it was added to favourites so far.",
      video_views: "playCount of a video. A photo post has none.",
    },
  },
];

/** The id of the definition in force for a source at a moment. */
export function definitionAt(source: string, atMs: number): string {
  const own = METRIC_DEFINITIONS.filter((definition) => definition.source === source);
  const current = own.findLast(({ validFrom }) => Date.parse(validFrom) <= atMs) ?? own[0];
  if (!current) throw new Error(`There is no metric definition for the source ${source}.`);
  return current.id;
}
