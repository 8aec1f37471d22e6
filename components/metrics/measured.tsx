import { Freshness } from "@/components/ui/freshness";
import { Hint } from "@/components/ui/hint";
import { ageWords } from "@/lib/format/age";
import { exactMoment, moment } from "@/lib/format/time";
import { METRIC_DEFINITIONS } from "@/lib/platforms/metric-definitions";

export type Level = "fresh" | "ageing" | "stale" | "cut";

/** Where the newest numbers of a post come from. */
export type Origin = {
  measured_at: string | null;
  source: string | null;
  source_name?: string | null;
  definition: string | null;
  is_simulated: boolean | null;
  freshness?: Level | null;
};

/** When and by whom a post was measured; on focus the exact time and what a view means there. */
export function Measured({ row, zone, now }: { row: Origin; zone: string; now: Date }) {
  if (row.measured_at === null) return null;
  const definition = METRIC_DEFINITIONS.find(({ id }) => id === row.definition);
  const views = definition?.meanings.views;
  const tip = [
    `Measured ${exactMoment(row.measured_at, zone)}.`,
    views && `Views: ${views}`,
    row.definition && `Definition ${row.definition}.`,
    row.is_simulated && "Simulated.",
  ];
  const isOld = row.freshness === "stale" || row.freshness === "cut";
  return (
    <Hint tip={tip.filter(Boolean).join(" ")}>
      <span className="inline-flex items-center gap-1.5">
        {row.freshness && <Freshness level={row.freshness} />}
        {`${moment(row.measured_at, zone, now)}, ${sourceName(row)}`}
        {isOld && <span className="text-warn-text">{`${ageWords(row.measured_at, now)} old`}</span>}
      </span>
    </Hint>
  );
}

/** Who delivered a number: in the source's own name where it is known, else in a word. */
function sourceName({ source, source_name }: Origin) {
  if (source_name) return source_name;
  if (source === null) return "unknown source";
  return source.startsWith("apify") ? "Apify" : source === "youtube_data" ? "YouTube" : source;
}
