import type { TrendDay } from "@/components/charts/trend";
import { compactCount } from "@/lib/format/count";
import type { Trend } from "@/lib/posts/trends";

/** What each day brought. A day nothing was measured on is unknown. */
export function gainDays({ days }: Trend): TrendDay[] {
  return days.map(({ day, gain, previous_gain, partial, posts }) => ({
    day,
    value: gain,
    previous: previous_gain,
    partial,
    measured: posts,
    ...(gain === null &&
      posts > 0 && { note: "Measured for the first time, so what they gained is not known." }),
  }));
}

/** What all posts had by each day: carried over days without measurement, which then says so. */
export function totalDays(trend: Trend): TrendDay[] {
  return trend.days.map((each) => {
    const note = noteOf(each, trend.today);
    return {
      day: each.day,
      value: each.total,
      previous: each.previous_total,
      partial: each.partial,
      measured: each.posts,
      ...(note !== null && { note }),
    };
  });
}

function noteOf({ day, posts, total, entered }: Trend["days"][number], today: string) {
  if (day > today) return "This day is yet to come.";
  if (entered !== null) {
    return `${compactCount(entered)} of it is no gain: posts measured for the first time, or a number that was redefined.`;
  }
  if (posts === 0 && total !== null) return "Carried over: nothing was measured that day.";
  return null;
}
