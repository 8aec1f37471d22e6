import "server-only";
import { z } from "zod";
import { dayAfter } from "@/lib/format/days";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { type Gain, gain, postRow } from "@/lib/posts/post-row";
import type { PostFilter } from "@/lib/posts/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export type Slice = { offset: number; limit: number };

/** Captions by post id, of those of the given posts that have one. Takes a page of ids, at most 1,000. */
export async function listCaptions({ db, workspaceId }: Scope, postIds: number[]) {
  if (postIds.length === 0) return new Map<number, string>();
  const posts = db.from("posts").select("id, caption").eq("workspace_id", workspaceId);
  const found = unwrap(await posts.in("id", postIds).not("caption", "is", null));
  return new Map(found.flatMap(({ id, caption }) => (caption ? [[id, caption] as const] : [])));
}

/** A slice of the posts that the filter leaves, in its order. */
export async function listPosts(scope: Scope, filter: PostFilter, { offset, limit }: Slice) {
  const answer = await scope.db.rpc("list_posts", {
    ...postArguments(scope, filter),
    skip: offset,
    take: limit,
  });
  return z.array(postRow).parse(unwrap(answer));
}

/** How many posts the filter leaves. */
export async function countPosts(scope: Scope, filter: PostFilter) {
  const { sort: _, descending: __, ...args } = postArguments(scope, filter);
  return unwrap(await scope.db.rpc("count_posts", args));
}

/** By post id what the filter's metric gained in its period. */
export async function getGains(
  { db, workspaceId }: Scope,
  posts: number[],
  { metric, days }: Pick<PostFilter, "metric" | "days">,
): Promise<Map<number, Gain>> {
  if (posts.length === 0) return new Map();
  const answer = await db.rpc("post_gains", { workspace: workspaceId, posts, metric, days });
  return new Map(
    z
      .array(gain)
      .parse(unwrap(answer))
      .map((each) => [each.post_id, each]),
  );
}

const choices = z.object({
  accounts: z.array(z.object({ id: z.uuid(), name: z.string(), platform: z.enum(PLATFORM_IDS) })),
  authors: z.array(z.string()),
  sources: z.array(z.object({ source: z.string(), name: z.string() })),
});
export type PostChoices = z.output<typeof choices>;

/** What the workspace's posts can be filtered by. */
export async function getPostChoices({ db, workspaceId }: Scope) {
  return choices.parse(unwrap(await db.rpc("post_filters", { workspace: workspaceId })));
}

/** The filter as the SQL functions take it. */
export function postArguments({ workspaceId, timeZone }: Scope, filter: PostFilter) {
  const { sort, order, metric: _, days: __, from, until, ...conditions } = filter;
  return {
    workspace: workspaceId,
    filter: Object.fromEntries(
      Object.entries({
        ...conditions,
        // Days begin at midnight in the workspace's zone, which PostgreSQL reads in a time.
        from: from && `${from} 00:00 ${timeZone}`,
        until: until && `${dayAfter(until)} 00:00 ${timeZone}`,
      }).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    sort,
    descending: order === "desc",
  };
}
