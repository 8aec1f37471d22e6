import { exactNumber } from "@/lib/exact-number";
import type { SnapshotRow } from "@/lib/insights/schema";
import { METRICS } from "@/lib/platforms/metric";

const RATES = ["ctr", "engagement_rate", "reach_norm", "conv_rate", "reward"] as const;

/** A snapshot for programs. Counts are exact JSON numbers; null is unknown, for counts with the reason. */
export function apiSnapshot(scheduleId: string, row: SnapshotRow) {
  const numbers = [...METRICS, ...RATES].map((name) => [name, exactNumber(row[name])]);
  return {
    id: row.id,
    schedule_id: scheduleId,
    provider: row.provider,
    source: row.source,
    ...Object.fromEntries(numbers),
    // No platform says what a post cost.
    cost_cents: null,
    missing_because: row.absent,
    metric_definition: row.definition,
    is_simulated: row.is_simulated,
    bucket_at: row.bucket_at,
    fetched_at: row.fetched_at,
    // A snapshot is written once, in the moment it was fetched.
    created_at: row.fetched_at,
  };
}
