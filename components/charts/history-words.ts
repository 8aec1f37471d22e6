import { type History, measured } from "@/components/charts/history";
import { restatedText } from "@/components/charts/history-table";
import type { LegendEntry } from "@/components/charts/legend";
import { exactCount } from "@/lib/format/count";
import { moment, momentRange } from "@/lib/format/time";

const MOST_NOTES = 3;

/** A sample of each kind of mark that is drawn, and of no other. */
export function historyLegend(
  { marks, baseline, gaps, bridges, changes }: History,
  baselineLabel = "Median at the same age",
): LegendEntry[] {
  const known = marks.filter(measured);
  const redefined = known.some(({ old }) => old);
  const entries: (LegendEntry | false)[] = [
    redefined && { mark: "hollow", text: "Measured, old definition" },
    { mark: "solid", text: redefined ? "Measured, new definition" : "Measured" },
    changes.length > 0 && { mark: "change", text: "Definition changed" },
    (gaps.length > 0 || bridges.length > 0) && { mark: "gap", text: "Not measured" },
    marks.length > known.length && { mark: "missing", text: "Asked, no number" },
    marks.some(({ restated }) => restated) && { mark: "restated", text: "Restated downwards" },
    baseline.length > 0 && { mark: "baseline", text: baselineLabel },
  ];
  return entries.filter((entry) => entry !== false);
}

/** What the drawing does not say by itself, a sentence each. */
export function historyNotes(
  { marks, gaps, changes }: History,
  { drawn, total, timeZone, now }: { drawn: number; total: number; timeZone: string; now: Date },
): string[] {
  const at = (time: number) => moment(new Date(time), timeZone, now);
  const restated = marks.filter((mark) => mark.restated);
  return [
    ...(drawn < total
      ? [`${exactCount(drawn)} of ${exactCount(total)} drawn as dots, the line runs through all.`]
      : []),
    ...few(changes, ({ time, note }) => `${at(time)}: ${note}`, "definition changes"),
    ...few(
      gaps,
      ({ from, to, reason }) =>
        `Not measured ${momentRange(new Date(from), new Date(to), timeZone, now)}: ${reason}.`,
      "gaps",
    ),
    ...few(
      restated,
      (mark) => `${at(mark.time)}: ${mark.restated ? restatedText(mark.restated) : ""}`,
      "restatements",
    ),
  ];
}

function few<T>(all: readonly T[], say: (each: T) => string, noun: string): string[] {
  const more = all.length - MOST_NOTES;
  const said = all.slice(-MOST_NOTES).map(say);
  return more > 0 ? [...said, `${more} more ${noun} are in the table.`] : said;
}
