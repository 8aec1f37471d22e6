import { absenceSentence } from "@/components/metrics/absence";
import { metricLabel } from "@/components/metrics/metric-label";
import { Count } from "@/components/ui/count";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { signed } from "@/lib/format/change";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { ResultRow } from "@/lib/jobs/result-row";

const SHOWN = ["views", "likes", "comments", "shares", "saves"] as const;
const COMPARED = {
  views: "previous_views",
  likes: "previous_likes",
  comments: "previous_comments",
} as const;

/** The counts of a measured link; a missing one says why, a repeated one how much it grew. */
export function LinkFigures({ row, zone, now }: { row: ResultRow; zone: string; now: Date }) {
  return (
    <div className="overflow-hidden border-t">
      <KeyFigures columns={5}>
        {SHOWN.map((metric) => (
          <KeyFigure
            key={metric}
            label={metricLabel(metric)}
            value={
              <Count
                value={row[metric]}
                reason={absenceSentence(metric, row.absent?.[metric], row.platform)}
              />
            }
            detail={
              metric === "shares" || metric === "saves" ? null : grown(row, metric, zone, now)
            }
          />
        ))}
      </KeyFigures>
    </div>
  );
}

function grown(row: ResultRow, metric: keyof typeof COMPARED, zone: string, now: Date) {
  const [value, before] = [row[metric], row[COMPARED[metric]]];
  if (value === null || before === null || row.previous_measured_at === null) return null;
  const growth = (BigInt(value) - BigInt(before)).toString();
  return `${signed(growth, exactCount)} since ${moment(row.previous_measured_at, zone, now)}`;
}
