import "server-only";
import { z } from "zod";
import type { CommentsPage } from "@/components/comments/comment-filter";
import { asked } from "@/lib/answers/parameters";
import { getCommentDepths, getViralChains } from "@/lib/comments/queries";
import { attempt } from "@/lib/hashtags/list-attempt";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { countPosts } from "@/lib/posts/queries";
import { postFilter } from "@/lib/posts/schema";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";
import { holdsSimulated, isSample } from "@/lib/workspaces/queries";

/** As high as the chart beside it. */
const LISTED = 6;
const MOST_TROUBLES = 200;

/** What the page shows of the comments that the filter leaves; null for a part that failed. */
export async function readComments(scope: Scope, query: CommentsPage, pageSize: number) {
  const { page, min_depth, min_engagement, ...of } = query;
  const slice = { skip: (page - 1) * pageSize, limit: pageSize };
  const [depths, chains, threads, posts, collected, troubles, underWay, simulated, sample] =
    await Promise.all([
      attempt(scope, "comments by depth", getCommentDepths(scope, of)),
      attempt(
        scope,
        "viral chains",
        getViralChains(scope, { ...of, min_depth, min_engagement, ...slice }),
      ),
      attempt(scope, "longest threads", listThreads(scope, of)),
      attempt(scope, "posts beside comments", countAll(scope, of)),
      hasComments(scope),
      attempt(scope, "comments that could not be read", listTroubles(scope)),
      countUnderWay(scope),
      holdsSimulated(scope),
      isSample(scope),
    ]);
  return { depths, chains, threads, posts, collected, troubles, underWay, simulated, sample };
}
export type ReadComments = Awaited<ReturnType<typeof readComments>>;

const head = z.object({
  title: z.string().nullable(),
  caption: z.string().nullable(),
  url: z.string(),
  platform: z.enum(PLATFORM_IDS),
});
const thread = z.object({
  post_id: z.number(),
  comments: z.number(),
  max_depth: z.number(),
  posts: head,
});

/** The threads with most comments. */
async function listThreads(
  { db, workspaceId }: Scope,
  query: Pick<CommentsPage, "platform" | "days" | "since" | "until">,
) {
  const { platform, since, until } = asked(query);
  let rows = db
    .from("comment_threads")
    .select("post_id, comments, max_depth, posts!inner(title, caption, url, platform)")
    .eq("workspace_id", workspaceId);
  if (platform) rows = rows.eq("platform", platform);
  if (since) rows = rows.gte("posts.published_at", since);
  if (until) rows = rows.lt("posts.published_at", until);
  const best = rows.order("comments", { ascending: false }).order("post_id").limit(LISTED);
  return z.array(thread).parse(unwrap(await best));
}

/** How many posts the platform has here; of a period it is not counted. */
async function countAll(
  scope: Scope,
  { platform, days, since, until }: Pick<CommentsPage, "platform" | "days" | "since" | "until">,
) {
  if (days !== undefined || since !== undefined || until !== undefined) return null;
  return countPosts(scope, postFilter.parse({ platform }));
}

async function hasComments({ db, workspaceId }: Scope) {
  const threads = db.from("comment_threads").select("post_id").eq("workspace_id", workspaceId);
  return unwrap(await threads.limit(1)).length > 0;
}

const TROUBLES = ["off", "permission", "not_offered", "failed", "gone"] as const;
const trouble = z.object({
  post_id: z.number(),
  state: z.enum(TROUBLES),
  reason: z.string().nullable(),
  next_step: z.string().nullable(),
  posts: head,
});

/** Posts whose comments could not be read, those last asked for first, and how many there are in all. */
async function listTroubles({ db, workspaceId }: Scope) {
  const found = await db
    .from("comment_reads")
    .select("post_id, state, reason, next_step, posts!inner(title, caption, url, platform)", {
      count: "exact",
    })
    .eq("workspace_id", workspaceId)
    .in("state", TROUBLES)
    .order("requested_at", { ascending: false })
    .order("post_id")
    .limit(MOST_TROUBLES);
  return { total: found.count ?? 0, rows: z.array(trouble).parse(unwrap(found)) };
}

async function countUnderWay({ db, workspaceId }: Scope) {
  const found = await db
    .from("comment_reads")
    .select("post_id", { count: "exact", head: true })
    .eq("workspace_id", workspaceId)
    .in("state", ["waiting", "reading"]);
  unwrap(found);
  return found.count ?? 0;
}
