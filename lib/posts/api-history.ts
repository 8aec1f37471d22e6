import { exactNumber } from "@/lib/exact-number";
import type { Metric } from "@/lib/platforms/metric";
import type { Series } from "@/lib/posts/read-post";

/** A history for programs: counts as exact JSON numbers, missing ones null with their reason. */
export function apiHistory(
  { id, metric, source }: { id: number; metric: Metric; source: string },
  { points, rates, gaps, silent_since, changes, restatements }: Series,
) {
  return {
    post_id: id,
    metric,
    source,
    points: points.map(([measured_at, value, metric_definition, simulated, missing_because]) => ({
      measured_at,
      value: exactNumber(value),
      missing_because,
      metric_definition,
      simulated,
    })),
    rates: rates.map(([from, to, per_hour]) => ({ from, to, per_hour })),
    gaps: gaps.map(({ from, to, reason }) => ({ from, to, reasons: reason.split(", ") })),
    silent_since,
    definition_changes: changes.map(({ from, at, definition, description }) => ({
      last_before: from,
      first_after: at,
      metric_definition: definition,
      description,
    })),
    restatements: restatements.map(({ at, from, to }) => ({
      at,
      from: exactNumber(from),
      to: exactNumber(to),
    })),
  };
}
