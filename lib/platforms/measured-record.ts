import { METRICS, type Measured } from "./metric.ts";

/** A measurement as SQL takes it: the counts by column, and for each missing one its reason. */
export function measuredRecord(metrics: Measured) {
  const absent: Record<string, string> = {};
  const counts: Record<string, string> = {};
  for (const metric of METRICS) {
    const measured = metrics[metric];
    if (typeof measured === "string") counts[metric] = measured;
    else absent[metric] = measured.absent;
  }
  return { ...counts, absent };
}
