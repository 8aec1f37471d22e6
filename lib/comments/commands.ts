import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { startWorkerAfterwards } from "@/lib/queue/start-worker";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export const COMMENT_STATES = [
  "waiting",
  "reading",
  "open",
  "off",
  "not_offered",
  "permission",
  "gone",
  "failed",
] as const;

const status = z.object({
  post_id: z.number(),
  /** Null: they were never asked for. */
  state: z.enum(COMMENT_STATES).nullable(),
  reason: z.string().nullable(),
  next_step: z.string().nullable(),
  source: z.string().nullable(),
  is_simulated: z.boolean(),
  /** That are kept here. */
  comments: z.number(),
  /** What the platform counts now, and counted at the last reading. */
  platform_count: z.number().nullable(),
  counted: z.number().nullable(),
  /** Of the last reading. */
  seen: z.number().nullable(),
  read_at: z.string().nullable(),
  whole_at: z.string().nullable(),
  requested_at: z.string().nullable(),
  waits_until: z.string().nullable(),
  as_of: z.string(),
});

const requested = status.extend({ already: z.boolean() });

/** Where the comments of a post stand. Throws `not_found`. */
export async function getCommentStatus({ db, workspaceId }: Scope, post: number) {
  const answer = await db.rpc("comments_status", { workspace: workspaceId, post });
  const found = status.nullable().parse(unwrap(answer));
  if (found) return found;
  throw new AppError("not_found", "There is no such post in this workspace.");
}

/** Has the comments of a post read now. The work goes on after the answer. */
export async function requestComments({ db, workspaceId }: Scope, post: number) {
  const answer = await db.rpc("request_comments", { workspace: workspaceId, post });
  const wanted = requested.parse(unwrap(answer));
  if (wanted.state === "waiting") startWorkerAfterwards();
  return wanted;
}
