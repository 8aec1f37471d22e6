import { byKind, type OwnerCounts } from "./graph-counts.ts";
import type { MetricTable } from "./graph-insights.ts";

export type PostSubject = OwnerCounts & { video: boolean };

const REACTIONS = [
  ["like", 0],
  ["love", 0.14],
  ["wow", 0.05],
  ["haha", 0.04],
  ["sorry", 0.01],
  ["anger", 0.005],
] as const;

export const reactionsByType = ({ likes }: OwnerCounts) =>
  byKind(
    likes,
    REACTIONS.map(([kind, part]): [string, number] => [kind, part]),
  );

const oneReaction = (kind: string) => ({
  value: (subject: PostSubject) => reactionsByType(subject)[kind] ?? 0,
});

const ofVideos = (value: (subject: PostSubject) => number) => ({
  value: (subject: PostSubject) => (subject.video ? value(subject) : undefined),
});

const actions = (people: number) => ({
  value: ({ likes, comments, shares }: PostSubject) => ({
    like: Math.floor(likes * people),
    comment: Math.floor(comments * people),
    share: Math.floor(shares * people),
  }),
});

/** Post insights under the names of v26.0: no impressions, no `*_unique` of old. */
export const POST_METRICS: MetricTable<PostSubject> = {
  post_media_view: { value: ({ views }) => views },
  post_total_media_view_unique: { value: ({ reach }) => reach },
  post_clicks: { value: ({ clicks }) => clicks },
  post_clicks_by_type: {
    value: ({ clicks }) =>
      byKind(clicks, [
        ["other clicks", 0],
        ["link clicks", 0.3],
        ["photo view", 0.25],
      ]),
  },
  post_reactions_by_type_total: { value: reactionsByType },
  ...Object.fromEntries(
    REACTIONS.map(([kind]) => [`post_reactions_${kind}_total`, oneReaction(kind)]),
  ),
  post_activity_by_action_type: actions(1),
  post_activity_by_action_type_unique: actions(0.9),
  post_video_views: ofVideos(({ videoViews }) => videoViews),
  post_video_avg_time_watched: ofVideos(({ averageWatchedMs }) => averageWatchedMs),
  post_video_view_time: ofVideos(({ watchedMs }) => watchedMs),
};

/** Of a reel by its video id. */
export const REEL_METRICS: MetricTable<PostSubject> = {
  blue_reels_play_count: { value: ({ views }) => views },
  post_video_avg_time_watched: { value: ({ averageWatchedMs }) => averageWatchedMs },
  post_video_view_time: { value: ({ watchedMs }) => watchedMs },
  post_video_likes_by_reaction_type: { value: reactionsByType },
  post_video_social_actions: {
    value: ({ comments, shares }) => ({ COMMENT: comments, SHARE: shares }),
  },
};
