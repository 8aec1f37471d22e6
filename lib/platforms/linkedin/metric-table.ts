import { METRICS, type Measured, type Metric } from "../metric.ts";

/** LinkedIn's name of what a column holds. */
export type MetricName = { name: string; metric: Metric };

/** Each metric of the table as it was read; the others LinkedIn does not offer. */
export function measuredBy(
  table: MetricName[],
  read: (metric: MetricName) => Measured[Metric],
): Measured {
  const each = METRICS.map((metric): [Metric, Measured[Metric]] => {
    const named = table.find((one) => one.metric === metric);
    return [metric, named ? read(named) : { absent: "not_offered" }];
  });
  // Safe because each metric is there once.
  return Object.fromEntries(each) as Measured;
}
