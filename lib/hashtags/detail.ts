import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { type Counted, given } from "@/lib/hashtags/list";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { postRow } from "@/lib/posts/post-row";
import type { Scope } from "@/lib/supabase/server";

const count = z.number();

const detail = z.object({
  hashtag: z.string(),
  tag: z.string(),
  hashtag_id: z.number(),
  posts: count,
  unique_users: count,
  posts_without_author: count,
  all_posts: count,
  untimed_posts: count,
  first_at: z.string().nullable(),
  newest_at: z.string().nullable(),
  platforms: z.array(z.object({ platform: z.enum(PLATFORM_IDS), posts: count })),
  authors: z.array(
    z.object({
      user_id: z.number(),
      handle: z.string().nullable(),
      name: z.string().nullable(),
      platform: z.enum(PLATFORM_IDS),
      posts: count,
      /** Decimal text. Null: none of the posts has a number of views. */
      views: z.string().nullable(),
      measured_posts: count,
      is_simulated: z.boolean().nullable(),
    }),
  ),
  as_of: z.string(),
});
export type HashtagDetail = z.output<typeof detail>;

/** Who uses a hashtag, and how much. Throws not_found for one that no post carries. */
export async function getHashtag(scope: Scope, target: string, counted: Counted) {
  const args = { workspace: scope.workspaceId, target, ...given(counted) };
  return askFor(detail, () => scope.db.rpc("hashtag_detail", args));
}

const related = z.object({
  posts: count,
  related: z.array(
    z.object({
      hashtag: z.string(),
      tag: z.string(),
      cooccurrence_rate: z.number(),
      shared_posts: count,
      posts: count,
    }),
  ),
  links: z.array(z.object({ tag: z.string(), with: z.string(), shared_posts: count })),
  as_of: z.string(),
});
export type RelatedHashtags = z.output<typeof related>;

/** The hashtags that share most posts with one, and which of them stand together in those. */
export async function getRelated(
  scope: Scope,
  target: string,
  counted: Counted & { take?: number | undefined },
) {
  const args = { workspace: scope.workspaceId, target, ...given(counted) };
  return askFor(related, () => scope.db.rpc("hashtag_related", args));
}

/** The posts of a hashtag with most views; those without a number of views last. */
export async function listTopPosts(
  scope: Scope,
  hashtag: string,
  { since, until, platform }: Counted,
  take: number,
) {
  return askFor(z.array(postRow), () =>
    scope.db.rpc("list_posts", {
      workspace: scope.workspaceId,
      filter: given({ hashtag, platform, from: since, until }),
      sort: "views",
      descending: true,
      take,
    }),
  );
}
