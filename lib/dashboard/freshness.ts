import "server-only";
import { cache } from "react";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import type { Scope } from "@/lib/supabase/server";

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

/**
 * How current each source of the workspace is; those that are not set up are left out. The frame
 * and the dashboard ask it of one scope: once a page.
 */
export const listFreshness = cache(
  ({ db, workspaceId }: Scope): Promise<SourceFreshness[]> =>
    askFor(z.array(source), () => db.rpc("source_freshness", { workspace: workspaceId })),
);
