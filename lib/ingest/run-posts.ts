import "server-only";
import { z } from "zod";
import type { IngestRunDetail } from "@/lib/ingest/queries";
import { absent, counts, postHead } from "@/lib/posts/post-row";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const runPost = z.object({
  views: counts.views,
  likes: counts.likes,
  comments: counts.comments,
  absent,
  posts: postHead.pick({
    id: true,
    platform: true,
    url: true,
    title: true,
    caption: true,
    author_handle: true,
    thumbnail_url: true,
  }),
});
export type RunPost = z.output<typeof runPost>;

/** The first snapshots that a run made, each with its post. */
export async function listRunPosts(
  { db, workspaceId }: Scope,
  run: Pick<IngestRunDetail, "slot" | "ended_at" | "platform">,
  take: number,
): Promise<RunPost[]> {
  if (run.ended_at === null) return [];
  const answer = await db
    .from("post_metrics")
    .select(
      "views::text, likes::text, comments::text, absent, posts(id, platform, url, title, caption, author_handle, thumbnail_url)",
    )
    .eq("workspace_id", workspaceId)
    .eq("captured_at", run.ended_at)
    .eq("bucket_at", run.slot)
    .eq("source", `apify_${run.platform}`)
    .order("post_id")
    .limit(take);
  return z.array(runPost).parse(unwrap(answer));
}
