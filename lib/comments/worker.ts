import "server-only";
import { claimComments } from "@/lib/comments/claim";
import { collectCommentPage } from "@/lib/comments/collect-page";
import { workerOf } from "@/lib/queue/worker-frame";
import type { Db } from "@/lib/supabase/server";

export type CommentWork = {
  pages: number;
  comments: number;
  broken: number;
  next_in_seconds: number | null;
};

const work = workerOf({
  name: "comments worker",
  lanes: 3,
  claim: claimComments,
  work: collectCommentPage,
  describe: ({ post_id, workspace_id }) => ({ post: post_id, workspace: workspace_id }),
});

/** Reads comments until nothing can be read now or the time is nearly up. */
export async function runComments(db: Db): Promise<CommentWork> {
  const { orders, worth, broken, next_in_seconds } = await work(db);
  return { pages: orders, comments: worth, broken, next_in_seconds };
}
