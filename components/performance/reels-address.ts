import { type CohortFilter, cohortId } from "@/lib/reels/cohort-id";
import { askedFilter } from "@/lib/reels/queries";
import type { ReelFilter, Window } from "@/lib/reels/schema";
import { searchString } from "@/lib/search";

const NARROWING = [
  "platform",
  "author",
  "hashtag",
  "min_views",
  "outliers_only",
  "search",
  "sample",
] as const;
const DEFAULTS = { window: "7d", sort: "score", order: "desc", page: 1 };

type Change = Partial<CohortFilter & Pick<ReelFilter, "sort" | "order">> & {
  window?: Window;
  page?: number;
};

/** The window that is shown, whether asked for by name or by a cohort's id. */
export function windowOf({ cohort, window }: ReelFilter): Window {
  return cohort ? `${cohort.days}d` : window;
}

/** The query string, with its "?", of what is shown but for `change`. What is pinned stays pinned. */
export function reelsQuery(query: ReelFilter, change: Change = {}): string {
  const {
    window = windowOf(query),
    sort = query.sort,
    order = query.order,
    page,
    ...narrowed
  } = change;
  const filter = Object.fromEntries(
    Object.entries({ ...askedFilter(query), ...narrowed }).filter(([, value]) => value),
  );
  const seen = { sort, order, page };
  if (!query.cohort) return searchString({ window, ...filter, ...seen }, DEFAULTS);
  // safe because the three windows are so many days
  const days = Number.parseInt(window, 10) as 7 | 30 | 90;
  return searchString({ cohort: cohortId({ ...query.cohort, days, filter }), ...seen }, DEFAULTS);
}

export function reelsHref(query: ReelFilter, change: Change = {}): string {
  return `/performance${reelsQuery(query, change)}`;
}

/** The same without any filter: all reels of the window, pinned or not, samples or own. */
export function unfilteredHref(query: ReelFilter): string {
  const { sample } = askedFilter(query);
  const none = Object.fromEntries(NARROWING.map((name) => [name, undefined]));
  return reelsHref(query, { ...none, sample });
}

/** The newest cohort of the same window, by the same filter. */
export function newestHref(query: ReelFilter): string {
  const window = windowOf(query);
  return reelsHref({ ...query, ...askedFilter(query), window, cohort: undefined });
}

/** This very cohort: the same answer whenever it is opened. */
export function pinnedHref({ sort, order }: ReelFilter, id: string): string {
  return `/performance${searchString({ cohort: id, sort, order }, DEFAULTS)}`;
}

/** Where a form that was sent beside a cohort's id belongs: the same moment, narrowed by what it says. */
export function mergedHref(query: ReelFilter, search: Record<string, unknown>): string | null {
  const beside = (["window", ...NARROWING] as const).filter((name) => name in search);
  if (!query.cohort || beside.length === 0) return null;
  return reelsHref(query, Object.fromEntries(beside.map((name) => [name, query[name]])));
}
