import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

const count = z.number();
const as_of = z.string();
/** Null: the platform does not say. */
const told = z.string().nullable();
const likes = count.nullable();

export const commentDepths = z.object({
  /** Depth 1: at the top. */
  comments_per_depth: z.array(z.object({ depth: z.number(), comments: count })),
  max_depth: z.number(),
  total_comments: count,
  total_replies: count,
  average_replies_per_comment: z.number(),
  /** That have comments. */
  posts: count,
  /** Replies whose parent was not read: they stand at the top. */
  orphans: count,
  as_of,
});
export type CommentDepths = z.output<typeof commentDepths>;

export const postDepth = z.object({
  post_id: z.number(),
  max_depth: z.number(),
  total_comments: count,
  total_replies: count,
  average_replies_per_comment: z.number(),
  replies_without_parent: count,
  as_of,
});
export type PostDepth = z.output<typeof postDepth>;

export const viralChains = z.object({
  chains: z.array(
    z.object({
      post_id: z.number(),
      platform: z.enum(PLATFORM_IDS),
      title: told,
      author: told,
      url: told,
      levels: z.number(),
      /** Likes and direct replies of the chain's comments. */
      total_engagement: count,
      total_viral_chains: count,
      comments: count,
      first: z.object({
        id: z.number(),
        body: told,
        author: told,
        likes,
        is_simulated: z.boolean(),
      }),
    }),
  ),
  total_count: count,
  min_depth: z.number(),
  min_engagement: z.number(),
  as_of,
});
export type ViralChains = z.output<typeof viralChains>;

export const viralChain = z.object({
  post_id: z.number(),
  longest_chain_length: z.number(),
  longest_chain_comments: z.array(
    z.object({
      id: z.number(),
      body: told,
      likes,
      author: told,
      published_at: told,
      replies: count,
    }),
  ),
  total_viral_chains: count,
  viral_criteria_met: z.boolean(),
  criteria: z.object({ min_replies: z.number(), min_upvotes: z.number() }),
  as_of,
});
export type ViralChain = z.output<typeof viralChain>;

export const threadComment = z.object({
  id: z.number(),
  parent_id: z.number().nullable(),
  depth: z.number(),
  body: told,
  upvotes: likes,
  created_at: told,
  user_id: z.number().nullable(),
  author: told,
  /** Direct ones. */
  replies: count,
  /** Of the longest viral chain. */
  on_chain: z.boolean(),
  is_orphan: z.boolean(),
  is_simulated: z.boolean(),
  source: z.string(),
  captured_at: z.string(),
});
export type ThreadComment = z.output<typeof threadComment>;

export const commentTree = z.object({
  post_id: z.number(),
  total: count,
  skip: z.number(),
  /** In reading order: each before its replies. */
  comments: z.array(threadComment),
  /** What stands over the first one, from the top down. */
  above: z.array(threadComment),
  as_of,
});
