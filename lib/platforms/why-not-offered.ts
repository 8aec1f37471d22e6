import type { Metric } from "./metric.ts";

const YOUTUBE_CLICKS = "YouTube's API has no clicks on a video.";
const LINKEDIN_VIEWS = "LinkedIn counts impressions here. They are not views, so this stays empty.";
const LINKEDIN_VIDEO = "LinkedIn keeps plays of videos in statistics of their own, not read here.";
const NOT_ON_PAGE = "The public page does not show it.";

/** By source: why a metric that it does not have is not there. */
export const WHY_NOT: Record<string, Partial<Record<Metric, string>>> = {
  youtube_data: {
    impressions: "YouTube tells impressions of thumbnails in YouTube Studio only, to no program.",
    reach: "YouTube's API counts views, not the people behind them.",
    shares: "Not among the public counts. A connected channel has them from YouTube Analytics.",
    saves:
      "YouTube has no saves. Being put into playlists is something else, so it is not taken for it.",
    clicks: YOUTUBE_CLICKS,
  },
  youtube_analytics: {
    impressions: "YouTube tells impressions of thumbnails in YouTube Studio only, to no program.",
    reach: "YouTube Analytics counts views, not the people behind them.",
    saves:
      "YouTube has no saves. Being put into playlists is something else, so it is not taken for it.",
    clicks: YOUTUBE_CLICKS,
  },
  tiktok_display: {
    impressions: "TikTok's API tells an account views only.",
    reach: "TikTok's API tells an account views only, not the people behind them.",
    saves: "TikTok's API does not tell an account its favourites. The public page shows them.",
    clicks: "TikTok's API has no clicks on a post.",
  },
  instagram_graph: {
    clicks: "Instagram counts clicks for stories only, which are not read.",
  },
  facebook_graph: {
    saves: "Facebook's API does not tell how often a post was saved.",
  },
  linkedin_org: {
    views: LINKEDIN_VIEWS,
    saves: "LinkedIn tells saves to members about their own posts, not to Pages.",
    video_views: LINKEDIN_VIDEO,
  },
  linkedin_member: {
    views: LINKEDIN_VIEWS,
    video_views: LINKEDIN_VIDEO,
  },
  apify_tiktok: {
    impressions: NOT_ON_PAGE,
    reach: NOT_ON_PAGE,
    clicks: NOT_ON_PAGE,
  },
  apify_instagram: {
    impressions: NOT_ON_PAGE,
    reach: NOT_ON_PAGE,
    saves: NOT_ON_PAGE,
    clicks: NOT_ON_PAGE,
  },
};
