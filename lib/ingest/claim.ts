import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { defaultIngest } from "@/lib/ingest/defaults";
import { INGEST_TRIGGERS } from "@/lib/ingest/schema";
import { apifyLimits } from "@/lib/platforms/apify-limits";
import { budgetOf } from "@/lib/platforms/call-report";
import { effectiveSettings } from "@/lib/platforms/settings";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const order = z.object({
  run_id: z.uuid(),
  workspace_id: z.uuid(),
  lease_token: z.uuid(),
  state: z.enum(["starting", "unclear", "running", "collecting"]),
  trigger: z.enum(INGEST_TRIGGERS),
  actor: z.string().nullable(),
  input: z.record(z.string(), z.unknown()).nullable(),
  max_items: z.number().nullable(),
  token_source: z.enum(["workspace", "server"]),
  /** Names the budget of the workspace's own token. */
  credential: z.string().nullable(),
  provider_run_id: z.string().nullable(),
  dataset_id: z.string().nullable(),
  next_offset: z.number(),
  page_items: z.number(),
  attempts: z.number(),
  started_at: z.string().nullable(),
  hinted_run_id: z.string().nullable(),
  is_abort_due: z.boolean(),
});
export type IngestOrder = z.output<typeof order>;

const claimed = z.object({ run: order.nullable(), next_in_seconds: z.number().nullable() });

/** Leases the next run for one step, or says in how many seconds there may be one (null: never). */
export async function claimIngest(db: Db, leaseSeconds: number) {
  const { actor, input, maxItems } = defaultIngest(env());
  const answer = await db.rpc("claim_ingest", {
    defaults: { actor, input, max_items: maxItems },
    budget: budgetOf(serverLimits()),
    lease_seconds: leaseSeconds,
  });
  const { run, next_in_seconds } = claimed.parse(unwrap(answer));
  return { order: run, next_in_seconds };
}

/** The budget of the server's own account. Without a token there is nothing to spend, and calls fail before they are made. */
export function serverLimits() {
  const settings = effectiveSettings(env());
  return apifyLimits(settings.APIFY_TOKEN ?? "none", settings);
}
