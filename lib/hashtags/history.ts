import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { type Counted, given } from "@/lib/hashtags/list";
import type { Bucket } from "@/lib/hashtags/list-schema";
import type { Scope } from "@/lib/supabase/server";

const history = z.object({
  hashtag: z.string(),
  tag: z.string(),
  bucket: z.enum(["hour", "day", "week", "month"]),
  time_zone: z.string(),
  since: z.string(),
  until: z.string(),
  posts: z.number(),
  /** In as long a time before. Null: of all time there is none. */
  previous_posts: z.number().nullable(),
  buckets: z.array(
    z.object({ at: z.string(), posts: z.number(), people: z.number(), partial: z.boolean() }),
  ),
  as_of: z.string(),
});
export type HashtagHistory = z.output<typeof history>;

/** Posts with a hashtag by hour, day, week or month; unasked what a chart can show. */
export async function getHashtagHistory(
  scope: Scope,
  target: string,
  asked: Counted & { bucket?: Bucket | undefined },
) {
  const args = { workspace: scope.workspaceId, target, ...given(asked) };
  return askFor(history, () => scope.db.rpc("hashtag_history", args));
}
