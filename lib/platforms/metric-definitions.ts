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
  /** True where some posts of a source carry it instead of the usual one in force. */
  isVariant?: true;
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
      views: "videoPlayCount: plays with replays, the number the app shows. Images have none.",
      likes: "likesCount: likes so far. None where the author hides them.",
      comments: "commentsCount: comments so far.",
      shares: "sharesCount or reshareCount: only when the actor was asked for it.",
      video_views: "videoPlayCount: plays of a video with replays.",
    },
  },
  {
    id: "apify_instagram_3s.v1",
    platform: "instagram",
    source: "apify_instagram",
    isVariant: true,
    validFrom: "2020-01-01T00:00:00Z",
    reason:
      "Some items tell no plays, only views of 3 seconds: a much smaller number, which is compared with its like alone.",
    meanings: {
      views: "videoViewCount: views of 3 seconds, the older count.",
      likes: "likesCount: likes so far. None where the author hides them.",
      comments: "commentsCount: comments so far.",
      shares: "sharesCount or reshareCount: only when the actor was asked for it.",
      video_views: "Plays of a video, which such an item does not tell.",
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
  {
    id: "youtube_analytics.v2",
    platform: "youtube",
    source: "youtube_analytics",
    validFrom: "2020-01-01T00:00:00Z",
    reason: "YouTube Analytics of the channel's owner: days behind, and counted by its own rules.",
    meanings: {
      views: "views: lifetime views up to the last processed day, one to three days ago.",
      likes: "likes gained less likes removed.",
      comments: "comments made in that time.",
      shares: "shares by YouTube's own share button.",
      video_views: "The same number as views: every post is a video.",
    },
  },
  {
    id: "tiktok_display.v2",
    platform: "tiktok",
    source: "tiktok_display",
    validFrom: "2020-01-01T00:00:00Z",
    reason: "TikTok's Display API, read by the account itself.",
    meanings: {
      views: "view_count: starts of play so far; for a photo post how often it was shown.",
      likes: "like_count: likes so far.",
      comments: "comment_count: comments so far.",
      shares: "share_count: shares so far.",
      video_views: "The same number as views. A photo post has none.",
    },
  },
  {
    id: "instagram_graph.v26",
    platform: "instagram",
    source: "instagram_graph",
    validFrom: "2025-04-21T00:00:00Z",
    reason:
      "Since 2025-04-21 Instagram knows views instead of impressions and plays: one number for every kind of post.",
    meanings: {
      impressions: "views: Instagram has no impressions any more; this is what replaced them.",
      reach: "reach: different accounts that saw it, estimated.",
      views: "views: times played or shown, replays included, organic.",
      likes: "likes, else like_count: organic likes so far.",
      comments: "comments, else comments_count: comments so far.",
      shares: "shares, else shares_count: shares so far.",
      saves: "saved, else saved_count: saves so far.",
      video_views: "views of a video or reel. Pictures have none.",
    },
  },
  {
    id: "facebook_graph.v26",
    platform: "facebook",
    source: "facebook_graph",
    validFrom: "2026-06-15T00:00:00Z",
    reason:
      "Since 2025-11-15 Facebook counts media views instead of impressions, since 2026-06-15 unique viewers instead of reach.",
    meanings: {
      impressions: "post_media_view: times shown or played; it replaced impressions.",
      reach: "post_total_media_view_unique: different viewers, estimated.",
      views: "post_media_view: times shown or played.",
      likes: "reactions.summary.total_count: reactions of every kind.",
      comments: "comments.summary.total_count: comments so far.",
      shares: "shares.count. Facebook leaves it out when there are none: then 0.",
      clicks: "post_clicks: clicks anywhere on the post.",
      video_views: "post_video_views: plays of 3 seconds or more. Posts without a video have none.",
    },
  },
  {
    id: "linkedin_org.202606",
    platform: "linkedin",
    source: "linkedin_org",
    validFrom: "2025-06-01T00:00:00Z",
    reason: "Organic share statistics of the organization, over a rolling 12 months.",
    meanings: {
      impressions: "impressionCount: times shown, organic.",
      reach: "uniqueImpressionsCount: different members who saw it.",
      likes: "likeCount: reactions of every kind.",
      comments: "commentCount.",
      shares: "shareCount: reposts.",
      clicks: "clickCount: clicks anywhere on the post.",
    },
  },
  {
    id: "linkedin_member.202606",
    platform: "linkedin",
    source: "linkedin_member",
    validFrom: "2025-06-01T00:00:00Z",
    reason: "Post analytics of the member who wrote it.",
    meanings: {
      impressions: "IMPRESSION: times shown.",
      reach: "MEMBERS_REACHED: different members who saw it.",
      likes: "REACTION: reactions of every kind.",
      comments: "COMMENT.",
      shares: "RESHARE: reposts.",
      saves: "POST_SAVE: saves so far.",
      clicks: "LINK_CLICKS: clicks on its link.",
    },
  },
];

/** The id of the definition in force for a source at a moment. */
export function definitionAt(source: string, atMs: number): string {
  const own = METRIC_DEFINITIONS.filter(
    (definition) => definition.source === source && !definition.isVariant,
  );
  const current = own.findLast(({ validFrom }) => Date.parse(validFrom) <= atMs) ?? own[0];
  if (!current) throw new Error(`There is no metric definition for the source ${source}.`);
  return current.id;
}
