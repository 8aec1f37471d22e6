import type { OwnerCounts } from "./graph-counts.ts";
import type { GraphMetric, MetricTable } from "./graph-insights.ts";

export type MediaSubject = OwnerCounts & {
  product: "FEED" | "REELS" | "STORY";
  sharedToFacebook: boolean;
};

type Product = MediaSubject["product"];

const ALL: Product[] = ["FEED", "REELS", "STORY"];
const POSTS: Product[] = ["FEED", "REELS"];

const metric = (
  products: Product[],
  value: (subject: MediaSubject) => number,
): GraphMetric<MediaSubject> => ({
  value,
  fits: ({ product }) => products.includes(product),
});

const onlyShared = (products: Product[], value: (subject: MediaSubject) => number) => ({
  value,
  fits: ({ product, sharedToFacebook }: MediaSubject) =>
    sharedToFacebook && products.includes(product),
});

const onFacebook = ({ views }: OwnerCounts) => Math.floor(views * 0.2);

const interactions = ({ likes, comments, shares, saves }: OwnerCounts) =>
  likes + comments + shares + saves;

/** Media insights as of v26.0, and for which media they are. */
const BOTH_LOGINS: MetricTable<MediaSubject> = {
  views: metric(ALL, ({ views }) => views),
  reach: metric(ALL, ({ reach }) => reach),
  likes: metric(POSTS, ({ likes }) => likes),
  comments: metric(POSTS, ({ comments }) => comments),
  saved: metric(POSTS, ({ saves }) => saves),
  shares: metric(ALL, ({ shares }) => shares),
  reposts: metric(ALL, ({ reposts }) => reposts),
  total_interactions: metric(ALL, interactions),
  follows: metric(["FEED", "STORY"], ({ follows }) => follows),
  profile_visits: metric(["FEED", "STORY"], ({ profileVisits }) => profileVisits),
  profile_activity: metric(["FEED", "STORY"], ({ profileVisits }) => Math.floor(profileVisits / 4)),
  ig_reels_avg_watch_time: metric(["REELS"], ({ averageWatchedMs }) => averageWatchedMs),
  ig_reels_video_view_total_time: metric(["REELS"], ({ watchedMs }) => watchedMs),
  reels_skip_rate: metric(["REELS"], () => 31.5),
  crossposted_views: onlyShared(["REELS"], (subject) => subject.views + onFacebook(subject)),
  facebook_views: onlyShared(ALL, onFacebook),
  replies: metric(["STORY"], () => 0),
  navigation: metric(["STORY"], () => 0),
  link_clicks: metric(["STORY"], ({ clicks }) => clicks),
};

/** By Facebook Login only: with advertisements. */
const FACEBOOK_LOGIN: MetricTable<MediaSubject> = {
  ...BOTH_LOGINS,
  total_likes: metric(POSTS, ({ likes }) => likes),
  total_comments: metric(POSTS, ({ comments }) => comments),
  total_views: metric(ALL, (subject) => subject.views + onFacebook(subject)),
};

export const mediaMetrics = { facebook: FACEBOOK_LOGIN, instagram: BOTH_LOGINS };
