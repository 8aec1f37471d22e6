import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { budgetOf } from "@/lib/platforms/call-report";
import { PLATFORM_IDS, type SourceChoice } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** All calls of a claim start at once, so that none starts after another was told to stop. */
const CALLS_PER_CLAIM = 40;
const UNAVAILABLE_ROWS = 2000;

const leasedRow = z.object({
  row_number: z.number(),
  url: z.string(),
  external_id: z.string().nullable(),
  attempts: z.number(),
});
export type LeasedRow = z.output<typeof leasedRow>;

const lease = z.object({
  lease_token: z.uuid(),
  workspace_id: z.uuid(),
  job_id: z.uuid(),
  platform: z.enum(PLATFORM_IDS),
  run_ref: z.string(),
  bucket_at: z.string(),
  pending_ref: z.string().nullable(),
  rows: z.array(leasedRow).min(1),
});
export type Lease = z.output<typeof lease>;

const idle = z.object({ rows: z.array(z.never()), next_in_seconds: z.number().nullable() });

/** Leases the next batch, or says in how many seconds there may be one (null: never). */
export async function claimRows(db: Db, leaseSeconds: number) {
  const sources = PLATFORM_IDS.map((platform) => claimable(platform, sourceFor(platform, env())));
  const claimed = unwrap(await db.rpc("claim_rows", { sources, lease_seconds: leaseSeconds }));
  return z.union([lease, idle]).parse(claimed);
}

function claimable(platform: string, choice: SourceChoice) {
  if (choice.kind === "unavailable") {
    return { platform, batch_size: UNAVAILABLE_ROWS, max_calls: 1 };
  }
  const { batchSize, limits } = choice.source;
  return {
    platform,
    batch_size: batchSize,
    max_calls: CALLS_PER_CLAIM,
    ...budgetOf(limits),
  };
}
