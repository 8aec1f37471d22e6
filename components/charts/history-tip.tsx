import type { TipContent } from "@/components/charts/chart-tip";
import { type History, type Mark, measured } from "@/components/charts/history";
import { paceText, restatedText } from "@/components/charts/history-table";
import { shortDay } from "@/components/charts/zone-clock";
import { Badge } from "@/components/ui/badge";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

type Words = { metricLabel: string; timeZone: string; now: Date };

/** The exact numbers of one measurement. */
export function historyTip(mark: Mark, { metricLabel, timeZone, now }: Words): TipContent {
  const at = moment(mark.at, timeZone, now);
  const rows = [
    {
      label: metricLabel,
      value: <b className="font-semibold">{mark.value === null ? "—" : exactCount(mark.value)}</b>,
    },
  ];
  if (mark.perHour !== null) {
    rows.push({ label: "Per hour since the last", value: <>{paceText(mark.perHour)}</> });
  }
  rows.push({ label: "Definition", value: <>{mark.definition}</> });
  const note = [mark.value === null && (mark.reason ?? "Not measured."), restated(mark)];
  return {
    title: at,
    // Without a tip of its own: a tip that takes the focus would close itself.
    badges: mark.simulated && <Badge kind="simulated">Simulated</Badge>,
    rows,
    note: note.filter(Boolean).join(" ") || undefined,
    source: `${mark.value === null ? "Asked" : "Measured"} ${at}, ${mark.source}`,
  };
}

/** One measurement in a sentence, as it is read out. */
export function markText(mark: Mark | undefined, { metricLabel, timeZone, now }: Words): string {
  if (!mark) return "";
  const value =
    mark.value === null ? `no number, ${mark.reason ?? "not measured"}` : exactCount(mark.value);
  const rate = mark.perHour === null ? "" : `, ${paceText(mark.perHour)} per hour`;
  const kind = `${mark.old ? ", old definition" : ""}${mark.simulated ? ", simulated" : ""}`;
  const text = `${moment(mark.at, timeZone, now)}: ${value} ${metricLabel.toLowerCase()}${rate}${kind}`;
  return [text, restated(mark)].filter(Boolean).join(". ");
}

/** What the chart shows, for who does not see it. */
export function describeHistory(
  { marks, gaps, changes }: History,
  { metricLabel, timeZone, range, now }: Words & { range: string },
): string {
  const known = marks.filter(measured);
  const last = known.at(-1);
  const parts = [
    `${metricLabel}, ${range}, ${exactCount(known.length)} measurements.`,
    ...gaps.map(({ from, to, reason }) => {
      return `Not measured from ${shortDay(from, timeZone)} to ${shortDay(to, timeZone)}: ${reason}.`;
    }),
    ...changes.map(({ at, label }) => `${label}, ${moment(at, timeZone, now)}.`),
    last?.value ? `Last value ${exactCount(last.value)}.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

function restated({ restated: found }: Mark) {
  return found && restatedText(found);
}
