import type { Totals } from "@/lib/dashboard/totals";
import { exactNumber } from "@/lib/exact-number";

/** The totals with their counts as numbers, each exact. */
export function apiTotals({ figures, days, platforms, ...rest }: Totals) {
  return {
    ...rest,
    figures: figures.map(numbersOf),
    platforms: platforms.map(numbersOf),
    days: days.map(({ views, engagements, followers, platforms, ...day }) => ({
      ...day,
      views: exactNumber(views),
      engagements: exactNumber(engagements),
      followers: exactNumber(followers),
      platforms: Object.fromEntries(
        Object.entries(platforms).map(([name, gain]) => [name, exactNumber(gain)]),
      ),
    })),
  };
}

type Compared = { value: string | null; compared: string | null; previous: string | null };

function numbersOf<Row extends Compared>(row: Row) {
  return {
    ...row,
    value: exactNumber(row.value),
    compared: exactNumber(row.compared),
    previous: exactNumber(row.previous),
  };
}
