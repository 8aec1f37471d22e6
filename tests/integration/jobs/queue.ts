import { z } from "zod";
import { METRICS } from "@/lib/platforms/metric";
import type { Db } from "@/lib/supabase/server";
import { must } from "./world.ts";

const lease = z.object({
  lease_token: z.string(),
  workspace_id: z.string(),
  job_id: z.string(),
  platform: z.string(),
  run_ref: z.string(),
  bucket_at: z.string(),
  rows: z.array(
    z.object({ row_number: z.number(), external_id: z.string(), attempts: z.number() }),
  ),
});
export type Lease = z.output<typeof lease>;

type Asked = { batchSize?: number; leaseSeconds?: number };

/** Claims as a worker does, at the given size and without a provider's budget. Null: nothing to do. */
export async function claim(db: Db, { batchSize = 50, leaseSeconds = 60 }: Asked = {}) {
  const sources = [{ platform: "youtube", batch_size: batchSize, max_calls: 1 }];
  const claimed = await must(db.rpc("claim_rows", { sources, lease_seconds: leaseSeconds }));
  return lease.nullable().parse(isLease(claimed) ? claimed : null);
}

const isLease = (value: unknown) => typeof value === "object" && value && "lease_token" in value;

/** Settles rows of a lease as measured with these views. The answer says whether it was accepted. */
export async function settle(db: Db, held: Lease, rows = held.rows, views = "100") {
  const { error } = await db.rpc("settle_rows", { batch: settlement(held, rows, views) });
  if (error && error.code !== "PT409") throw error;
  return error === null ? "accepted" : "refused";
}

export function settlement(held: Lease, rows = held.rows, views = "100") {
  return {
    ...held,
    rows: undefined,
    source: "youtube_data",
    is_simulated: true,
    measured: rows.map((row) => measured(row, views)),
    failed: [],
    released: [],
  };
}

function measured({ row_number, external_id }: Lease["rows"][number], views: string) {
  return {
    row_number,
    external_id,
    url: `https://www.youtube.com/watch?v=${external_id}`,
    title: "A video",
    views,
    absent: Object.fromEntries(
      METRICS.filter((metric) => metric !== "views").map((metric) => [metric, "hidden"]),
    ),
    definition: "youtube_data.2025-03-31",
    payload: JSON.stringify({ id: external_id, views }),
  };
}
