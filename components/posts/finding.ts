import { alikeNoun, type ComparedAge } from "@/components/posts/age-words";
import { newestRate, telling } from "@/components/posts/pace";
import { compactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { AgeCurve, Series } from "@/lib/posts/read-post";
import { markText } from "@/lib/reels/words";

/** Within it a pace is the same: its peak would be no finding. */
const STEADY = 1.25;

/** So many rates make a course of which a peak can be told. */
const FEWEST_RATES = 3;

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

/** How a post stands to others at the ages where both are known. */
export function ageFinding(ages: readonly ComparedAge[], curve: AgeCurve): string {
  const compared = ages.filter(({ of }) => of !== null);
  const whom = subjectOf(compared, curve);
  const [first] = compared;
  if (!first) return "Views at the same age as others";
  const ahead = compared.filter((age) => side(age) > 0).length;
  const behind = compared.filter((age) => side(age) < 0).length;
  const where = compared.length === 1 ? `at ${markText(first.hours)}` : "at every age";
  if (ahead === compared.length) return `Ahead of most of ${whom} ${where}`;
  if (behind === compared.length) return `Behind most of ${whom} ${where}`;
  if (ahead > 0) return `Ahead of most of ${whom} at ${ahead} of ${compared.length} ages`;
  if (behind > 0) return `Behind most of ${whom} at ${behind} of ${compared.length} ages`;
  return `Level with the median of ${whom} ${where}`;
}

/** 1: above the median, and most others below it. -1: the other way round. */
function side({ views, beside: { median, percentile } }: ComparedAge) {
  if (median === null || percentile === null) return 0;
  if (BigInt(views) > BigInt(median) && percentile > 50) return 1;
  return BigInt(views) < BigInt(median) && percentile < 50 ? -1 : 0;
}

function subjectOf(compared: readonly ComparedAge[], curve: AgeCurve) {
  if (compared.every(({ of }) => of === "author")) return "the author’s other posts";
  if (compared.every(({ of }) => of === "alike")) return `the other ${alikeNoun(curve)}`;
  return "the others";
}
