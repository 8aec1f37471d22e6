import { type Days, rangeOf } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";
import { searchString } from "@/lib/search-string";

const DEFAULTS = { range: "7d", compare: "previous" };

/** The page `/` with this period; what is the default anyway is left out. */
export function rangeHref(query: Partial<RangeQuery>) {
  return `/${searchString(query, DEFAULTS)}`;
}

/** The same page with these days. */
export function daysHref({ compare }: Pick<RangeQuery, "compare">, days: Days, today: string) {
  return rangeHref({ ...rangeOf(days, today), compare });
}
