import { Hint } from "@/components/ui/hint";
import { exactMoment, moment } from "@/lib/format/time";
import type { ResultRow } from "@/lib/jobs/result-row";
import { METRIC_DEFINITIONS } from "@/lib/platforms/metric-definitions";

/** When and by whom a row was measured; on focus the exact time and what a view means there. */
export function Measured({ row, zone, now }: { row: ResultRow; zone: string; now: Date }) {
  if (row.measured_at === null) return null;
  const definition = METRIC_DEFINITIONS.find(({ id }) => id === row.definition);
  const views = definition?.meanings.views;
  const tip = [
    `Measured ${exactMoment(row.measured_at, zone)}.`,
    views && `Views: ${views}`,
    row.definition && `Definition ${row.definition}.`,
    row.is_simulated && "Simulated.",
  ];
  return (
    <Hint tip={tip.filter(Boolean).join(" ")}>
      {`${moment(row.measured_at, zone, now)}, ${sourceName(row.source)}`}
    </Hint>
  );
}

/** Who delivered a number, in a word. */
function sourceName(source: string | null) {
  if (source === null) return "unknown source";
  return source.startsWith("apify") ? "Apify" : source === "youtube_data" ? "YouTube" : source;
}
