import { absenceSentence } from "@/components/metrics/absence";
import type { Origin } from "@/components/metrics/measured";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { compactCount, exactCount } from "@/lib/format/count";
import { exactMoment } from "@/lib/format/time";
import type { Absence, Metric } from "@/lib/platforms/metric";
import type { PlatformId } from "@/lib/platforms/platform";

type Row = Origin & { platform: PlatformId; absent: Record<string, Absence> | null } & Record<
    Metric,
    string | null
  >;

/** A post's count; on focus every digit, when it was measured and by whom. */
export function SourcedCount({ row, metric, zone }: { row: Row; metric: Metric; zone: string }) {
  const value = row[metric];
  if (row.measured_at === null) return <Missing reason="This post was not measured yet." />;
  if (value === null) {
    return <Missing reason={absenceSentence(metric, row.absent?.[metric], row.platform)} />;
  }
  const tip = [
    `${exactCount(value)}, measured ${exactMoment(row.measured_at, zone)}`,
    row.source_name && `, ${row.source_name}`,
    row.is_simulated && ", simulated",
    row.freshness === "stale" && ". Older than expected",
    row.freshness === "cut" && ". Nothing newer comes",
  ];
  return <Hint tip={`${tip.filter(Boolean).join("")}.`}>{compactCount(value)}</Hint>;
}
