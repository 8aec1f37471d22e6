import type { RejectedMetric } from "../connected.ts";
import type { Metric } from "../metric.ts";
import type { Observation } from "../platform.ts";

export type MediaGroup = "still" | "video" | "reel";

/** One of the platform's metrics. A retired one is its line removed. */
export type MetricRow = {
  /** The platform's own name. */
  name: string;
  /** The columns it fills for each kind of post; not asked for where there is none. */
  columns: Partial<Record<MediaGroup, Metric[]>>;
  /** Asked apart, so that its refusal never costs another. */
  optional?: true;
};

export function groupOf(kind: Observation["mediaKind"]): MediaGroup {
  if (kind === "reel" || kind === "short") return "reel";
  return kind === "video" || kind === "live" ? "video" : "still";
}

/** Refusals as the product keeps them: each with the column it would have filled. */
export function rejectedOf(rows: MetricRow[], refused: Map<string, string>): RejectedMetric[] {
  return [...refused].map(([name, detail]) => {
    const row = rows.find((each) => each.name === name);
    return { name, metric: Object.values(row?.columns ?? {})[0]?.[0] ?? null, detail };
  });
}
