import type { ResultFilter } from "@/lib/jobs/schema";

type Asked = Partial<ResultFilter & { page: number }>;

const DEFAULTS: Record<string, unknown> = { sort: "row_number", order: "asc", page: 1 };

/** The filter as a query string with its "?", without what is the default anyway; "" for all rows. */
export function resultQuery(asked: Asked): string {
  const set = Object.entries(asked).filter(
    ([name, value]) => value !== undefined && value !== DEFAULTS[name],
  );
  return set.length === 0
    ? ""
    : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
}

/** A job's page with these rows. */
export function resultHref(id: string, asked: Asked): string {
  return `/jobs/${id}${resultQuery(asked)}`;
}
