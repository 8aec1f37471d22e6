import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { Outline } from "@/components/comments/outline";
import { PAGE_ROWS } from "@/components/comments/page-rows";
import type { ThreadPage } from "@/components/comments/thread-page";
import { getCommentTree } from "@/lib/comments/queries";
import { AppError } from "@/lib/errors";
import { getPost } from "@/lib/posts/read-post";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Which part of a thread is opened: around a comment, or around what holds a word. */
export const threadChoice = z.object({
  comment: z.coerce.number().int().positive().optional(),
  search: z.string().trim().min(1).max(200).optional(),
});

/** The post; null when there is none in the workspace. */
export const readPost = cache(async (scope: Scope, id: number) => {
  try {
    return await getPost(scope, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});

/**
 * A page of comments in reading order; pages count from 0. Without what stands over it, which in
 * a deep chain is more than the page itself: the outline says where that is.
 */
export async function readPage(scope: Scope, post: number, page: number): Promise<ThreadPage> {
  const query = { post, skip: page * PAGE_ROWS, limit: PAGE_ROWS };
  const { total, comments } = await getCommentTree(scope, query);
  return { total, comments };
}

const MOST_FOUND = 1_000;

/** The thread's shape, where the chosen comment and those with the word stand in it, and the page to begin with. */
export async function readThread(
  scope: Scope,
  post: number,
  { comment, search }: z.output<typeof threadChoice>,
) {
  const [thread, found, origins] = await Promise.all([
    readOutline(scope, post),
    search === undefined ? null : findComments(scope, post, search),
    readOrigins(scope, post),
  ]);
  const { ids, outline } = thread;
  const placeOf = (id: number) => ids.get(id) ?? -1;
  const matches = found
    ?.map(placeOf)
    .filter((place) => place >= 0)
    .sort((one, other) => one - other);
  const chosen = comment === undefined ? -1 : placeOf(comment);
  const at = chosen >= 0 ? chosen : (matches?.[0] ?? null);
  const page = Math.floor((at ?? 0) / PAGE_ROWS);
  const { comments } = await readPage(scope, post, page);
  return { outline, matches: matches ?? null, at, first: { page, comments }, ...origins };
}

/** The places of all comments, and the longest chain among them. */
async function readOutline({ db, workspaceId }: Scope, post: number) {
  const thread = unwrap(
    await db
      .from("comment_threads")
      .select("ids, depths, chain")
      .eq("workspace_id", workspaceId)
      .eq("post_id", post)
      .maybeSingle(),
  );
  const ids = new Map(thread?.ids.map((id, place) => [id, place]));
  const chain = (thread?.chain ?? []).flatMap((id) => ids.get(id) ?? []);
  const outline: Outline = { depths: thread?.depths ?? [], chain };
  return { ids, outline };
}

/** Comments that hold the word, whatever its case. */
async function findComments({ db, workspaceId }: Scope, post: number, word: string) {
  // The data API takes * for %, and knows no way to mean it: any one letter stands in its place.
  const pattern = word.replace(/[\\%_]/g, "\\$&").replaceAll("*", "_");
  const rows = unwrap(
    await db
      .from("comments")
      .select("id")
      .eq("workspace_id", workspaceId)
      .eq("post_id", post)
      .ilike("body", `%${pattern}%`)
      .order("id")
      .limit(MOST_FOUND),
  );
  return rows.map(({ id }) => id);
}

/** Whether some of the comments were simulated, and whether some were not. */
async function readOrigins({ db, workspaceId }: Scope, post: number) {
  const some = async (simulated: boolean) => {
    const of = db.from("comments").select("id").eq("workspace_id", workspaceId);
    const rows = unwrap(await of.eq("post_id", post).eq("is_simulated", simulated).limit(1));
    return rows.length > 0;
  };
  const [isSimulated, isReal] = await Promise.all([some(true), some(false)]);
  return { isSimulated, isMixed: isSimulated && isReal };
}
