import "server-only";
import { z } from "zod";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

export const FRESHNESS_STATES = ["fresh", "due", "stale", "cut_off", "never"] as const;

const source = z.object({
  /** A platform, apify or links. */
  source: z.string(),
  kind: z.enum(["accounts", "ingest", "jobs"]),
  accounts: z.number(),
  /** When it last brought numbers: of the worst account. Null: never. */
  measured_at: z.string().nullable(),
  /** How often it does by itself. Null: on request only. */
  interval_hours: z.number().nullable(),
  state: z.enum(FRESHNESS_STATES),
  reason: z.string(),
  is_simulated: z.boolean(),
});
export type SourceFreshness = z.output<typeof source>;

/** How current each source of the workspace is; those that are not set up are left out. */
export async function listFreshness({ db, workspaceId }: Scope): Promise<SourceFreshness[]> {
  const answer = await db.rpc("source_freshness", { workspace: workspaceId });
  return z.array(source).parse(unwrap(answer));
}
