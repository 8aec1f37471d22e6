import { z } from "zod";

/** `name` as it was first spelled, `tag` as it is compared and linked to; both without #. */
const named = { tag: z.string() };
const count = z.number();
const as_of = z.string();

export const trending = z.object({
  hashtags: z.array(
    z.object({
      hashtag: z.string(),
      count,
      /** Posts in the window of equal length before. */
      previous: count,
      ...named,
    }),
  ),
  window_minutes: count,
  /** How many are listed. */
  total_count: count,
  as_of,
  window_starts_at: z.string(),
});
export type Trending = z.output<typeof trending>;

export const recommendations = z.object({
  target_hashtag: z.string(),
  /** That have the target. */
  posts: count,
  recommendations: z.array(
    z.object({
      hashtag: z.string(),
      ...named,
      /** Of the target's posts, the share that has this one too. */
      cooccurrence_rate: z.number(),
      shared_posts: count,
      posts: count,
    }),
  ),
  min_cooccurrence_rate: z.number(),
  as_of,
});

export const hashtagStatus = z.object({
  total_hashtags: count,
  total_buckets: count,
  current_minute: count,
  window_minutes: count,
  /** Null: no post with a hashtag in the window. */
  oldest_bucket_age_minutes: count.nullable(),
  tagged_posts: count,
  /** Their time of publishing is unknown: they are in no window. */
  untimed_posts: count,
  newest_at: z.string().nullable(),
  as_of,
});

export const synced = z.object({
  posts: count,
  added: count,
  removed: count,
  minutes_back: count.nullable(),
  as_of,
});

const listed = { hashtag_id: z.number(), hashtag_name: z.string(), ...named };

export const topHashtags = z.object({
  hashtags: z.array(z.object({ ...listed, unique_users: count, total_posts: count })),
  total_count: count,
  as_of,
});
export type TopHashtags = z.output<typeof topHashtags>;

export const growingHashtags = z.object({
  hashtags: z.array(
    z.object({
      ...listed,
      recent_posts: count,
      total_posts: count,
      /** Recent / all. */
      growth_rate: z.number(),
      recent_unique_users: count,
      previous_posts: count,
      /** A window's mean over the four before. */
      usual_posts: z.number(),
      /** Recent / usual - 1. Null: there was nothing in those four. */
      growth: z.number().nullable(),
      is_new: z.boolean(),
    }),
  ),
  total_count: count,
  period_start: z.string(),
  period_hours: count,
  as_of,
});
export type GrowingHashtags = z.output<typeof growingHashtags>;
