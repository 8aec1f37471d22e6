import { newestRate, telling } from "@/components/posts/pace";
import { compactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { Baseline, Series } from "@/lib/posts/read-post";

/** Within it a pace is the same: its peak would be no finding. */
const STEADY = 1.25;

/** So many rates make a course of which a peak can be told. */
const FEWEST_RATES = 3;

/** A sample of fewer posts has no usual. */
export const FEWEST_POSTS = 3;

/** What a history shows, under its current definition only; the measure where nothing stands out. */
export function historyFinding(
  series: Series,
  label: string,
  { zone, now }: { zone: string; now: Date },
): string {
  const changed = series.changes.at(-1)?.at;
  const current = telling(series.rates).filter(
    ([from]) => changed === undefined || from >= changed,
  );
  const last = newestRate(series);
  if (current.length < FEWEST_RATES || last === undefined) return `${label} over time`;
  const peak = current.reduce((best, rate) => (rate[2] > best[2] ? rate : best));
  if (pace(peak[2]) === "0") return `${label} over time`;
  const since = changed === undefined ? "" : `Since ${dayText(changed, zone, now)}: `;
  const subject = since === "" ? label : label.toLowerCase();
  const least = Math.min(...current.map(([, , perHour]) => perHour));
  if (peak[2] <= STEADY * least)
    return `${since}${subject} came steadily, ${pace(last[2])} per hour`;
  // What was measured long ago is not how it goes now.
  const silent = series.silent_since !== null;
  if (peak === last) {
    return `${since}${subject} per hour ${silent ? "stood" : "stand"} at their highest, ${pace(last[2])}`;
  }
  const end = silent ? `${pace(last[2])} at last` : `now ${pace(last[2])}`;
  return `${since}${subject} per hour peaked at ${pace(peak[2])} ${onDay(peak[1], zone, now)}, ${end}`;
}

/** Whole, unless so little comes that whole numbers say nothing. */
function pace(perHour: number) {
  return perHour < 10 ? perHour.toFixed(1).replace(".0", "") : compactCount(Math.round(perHour));
}

/** "12 Nov", or the time where it is today. */
function dayText(at: string, zone: string, now: Date) {
  return moment(at, zone, now).replace(/, .*$/, "");
}

function onDay(at: string, zone: string, now: Date) {
  const text = dayText(at, zone, now);
  return text.includes(":") ? `today at ${text}` : `on ${text}`;
}

/** How a post stands to its account's others at the ages where both are known. */
export function baselineFinding({ ages }: Baseline): string {
  const compared = ages.flatMap(({ value, median, n }) =>
    value === null || median === null || n < FEWEST_POSTS ? [] : [BigInt(value) > BigInt(median)],
  );
  const ahead = compared.filter(Boolean).length;
  if (compared.length === 0) return "Compared with the account’s other posts";
  if (compared.length === 1) {
    return ahead === 1 ? "Ahead of the account’s median" : "Not ahead of the account’s median";
  }
  if (ahead === compared.length) return "Ahead of the account’s median at every age";
  if (ahead === 0) return "Not ahead of the account’s median at any age";
  return `Ahead of the account’s median at ${ahead} of ${compared.length} ages`;
}

/** "1 h", "24 h", "7 d". */
export function ageText(hours: number) {
  return hours < 72 ? `${hours} h` : `${hours / 24} d`;
}
