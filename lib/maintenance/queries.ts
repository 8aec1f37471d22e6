import "server-only";
import { z } from "zod";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export const REMOVALS = [
  "raw_events",
  "snapshots_thinned",
  "youtube_unauthorised",
  "refresh_units",
  "account_history",
] as const;

const removal = z.object({ what: z.enum(REMOVALS), rows: z.string(), last_at: z.string() });
export type Removal = z.output<typeof removal>;

/** What was removed of the workspace lately, by day and kind. */
export async function listRemovals({ db, workspaceId }: Scope) {
  const answer = await db.rpc("list_removals", { workspace: workspaceId });
  return z.array(removal).parse(unwrap(answer));
}
