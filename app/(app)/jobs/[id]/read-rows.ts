import "server-only";
import { countJobResults, listJobResults, type Slice } from "@/lib/jobs/queries";
import type { ResultFilter } from "@/lib/jobs/schema";
import { listCaptions } from "@/lib/posts/queries";
import type { Scope } from "@/lib/supabase/server";

/**
 * A page of rows, with a post's caption where the platform knows no titles. `count` is how many
 * rows match; null when only the state is filtered, because the job itself counts its states.
 */
export async function readRows(scope: Scope, id: string, filter: ResultFilter, slice: Slice) {
  const narrowed = filter.platform ?? filter.error ?? filter.search;
  const [rows, count] = await Promise.all([
    listJobResults(scope, id, filter, slice),
    narrowed === undefined ? null : countJobResults(scope, id, filter),
  ]);
  const untitled = rows.flatMap(({ post_id, title }) => (post_id && !title ? [post_id] : []));
  const captions = await listCaptions(scope, untitled);
  return {
    count,
    rows: rows.map((row) => ({ ...row, title: row.title || captionOf(captions, row.post_id) })),
  };
}

/** A caption on one line. */
function captionOf(captions: Map<number, string>, postId: number | null) {
  const caption = postId === null ? undefined : captions.get(postId);
  return caption?.replace(/\s+/g, " ").trim() || null;
}
