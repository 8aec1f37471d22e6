import type { TrendDay } from "@/components/charts/trend";
import type { Trend } from "@/lib/posts/trends";

/** What each day brought. A day nothing was measured on is unknown. */
export function gainDays({ days }: Trend): TrendDay[] {
  return days.map(({ day, gain, previous_gain, partial, posts }) => ({
    day,
    value: gain,
    previous: previous_gain,
    partial,
    measured: posts,
  }));
}

/** What all posts had by each day: carried over days without measurement, which then says so. */
export function totalDays({ days, today }: Trend): TrendDay[] {
  return days.map(({ day, total, previous_total, partial, posts }) => ({
    day,
    value: total,
    previous: previous_total,
    partial,
    measured: posts,
    ...(day > today
      ? { note: "This day is yet to come." }
      : posts === 0 && total !== null && { note: "Carried over: nothing was measured that day." }),
  }));
}
