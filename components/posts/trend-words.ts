import { METRIC_NOUNS } from "@/components/metrics/absence";
import { metricLabel } from "@/components/metrics/metric-label";
import { changeOf } from "@/lib/format/change";
import { compactCount, counted } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import type { Trend } from "@/lib/posts/trends";

/** What a period brought beside the one before; the measure alone where that would be no comparison. */
export function trendFinding(trend: Trend): string {
  const { metric, gain, previous_gain, measured_days, changes, days } = trend;
  const measure = `${metricLabel(metric)} gained per day`;
  if (gain === null || changes.length > 0) return measure;
  const amount = `${compactCount(gain)} ${METRIC_NOUNS[metric]}`;
  if (measured_days < ENOUGH * days.length) {
    return `${amount}, measured on ${measured_days} of ${counted(days.length, "day")}`;
  }
  const brought = `${amount} in ${counted(days.length, "day")}`;
  if (days.some(({ partial }) => partial)) return `${brought} so far`;
  const change = changeOf(gain, previous_gain);
  if (whyNoComparison(trend) !== null || !change?.size.includes("%")) return brought;
  const [arrow, ...size] = change.size.split(" ");
  return `${brought}, ${size.join(" ")} ${arrow === "↑" ? "more" : "less"} than before`;
}

/** So much of a period must have been measured for its sum to stand beside another's. */
const ENOUGH = 0.9;

/** Why a period is not held against the one before; null when it can be. */
export function whyNoComparison(trend: Trend): string | null {
  const { changes, previous_gain, previous_measured_days, measured_days, days } = trend;
  if (changes.length > 0) return "redefined meanwhile: no comparison";
  if (previous_gain === null) return "nothing known of the days before";
  if (previous_measured_days < ENOUGH * measured_days) {
    return `only ${previous_measured_days} of the ${days.length} days before ${previous_measured_days === 1 ? "was" : "were"} measured: no comparison`;
  }
  if (measured_days < ENOUGH * previous_measured_days) {
    return `only ${measured_days} of these ${days.length} days ${measured_days === 1 ? "was" : "were"} measured: no comparison`;
  }
  return null;
}

/** The day that brought most; null when nothing was measured. */
export function bestDay({ days }: Trend) {
  let best: { day: string; gain: string } | null = null;
  for (const { day, gain } of days) {
    if (gain !== null && (best === null || BigInt(gain) > BigInt(best.gain))) best = { day, gain };
  }
  return best;
}

/** "1 Nov 2026 – 21 Nov 2026": days of the calendar, whatever the zone. */
export function dayRangeText(from: string, until: string) {
  return from === until
    ? calendarDay(from, "UTC")
    : `${calendarDay(from, "UTC")} – ${calendarDay(until, "UTC")}`;
}

/** The same without years, where they are told elsewhere. */
export function shortRangeText(from: string, until: string) {
  return dayRangeText(from, until).replace(/ \d{4}/g, "");
}
