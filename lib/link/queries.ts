import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { AppError } from "@/lib/errors";
import { getJob, listJobResults, type Slice } from "@/lib/jobs/queries";
import { resultRow } from "@/lib/jobs/result-row";
import { JOB_STATUSES, resultFilter } from "@/lib/jobs/schema";
import { listCaptions } from "@/lib/posts/queries";
import type { Scope } from "@/lib/supabase/server";

const pastLink = resultRow.extend({
  job_id: z.uuid(),
  job_status: z.enum(JOB_STATUSES),
  created_at: z.string(),
});
export type PastLink = z.output<typeof pastLink>;

const linkList = z.object({
  total: z.number(),
  posts: z.number(),
  views_sum: z.string().nullable(),
  views_posts: z.number(),
  like_rate: z.string().nullable(),
  like_rate_posts: z.number(),
  items: z.array(pastLink),
});
export type LinkTotals = Omit<z.output<typeof linkList>, "items">;

/** A page of the workspace's single links, newest first, and totals over all of them. */
export async function listLinks({ db, workspaceId }: Scope, { offset, limit }: Slice) {
  const slice = { workspace: workspaceId, skip: offset, take: limit };
  return askFor(linkList, () => db.rpc("list_links", slice));
}

/** The job of a single link with its one row; null when there is no such job. */
export async function readLinkJob(scope: Scope, id: string) {
  try {
    const [job, rows] = await Promise.all([
      getJob(scope, id),
      listJobResults(scope, id, resultFilter.parse({}), { offset: 0, limit: 1 }),
    ]);
    const [row] = rows;
    if (job.source_kind !== "link" || !row) return null;
    return { job, row: { ...row, title: row.title || (await captionOf(scope, row.post_id)) } };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** On one line, for platforms that know no titles. */
async function captionOf(scope: Scope, postId: number | null) {
  if (postId === null) return null;
  const caption = (await listCaptions(scope, [postId])).get(postId);
  return caption?.replace(/\s+/g, " ").trim() || null;
}
