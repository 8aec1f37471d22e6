import type { ResultFilter } from "@/lib/jobs/schema";
import { searchString } from "@/lib/search-string";

type Asked = Partial<ResultFilter & { page: number }>;

const DEFAULTS: Record<string, unknown> = { sort: "row_number", order: "asc", page: 1 };

/** The filter as a query string with its "?", without what is the default anyway; "" for all rows. */
export function resultQuery(asked: Asked): string {
  return searchString(asked, DEFAULTS);
}

/** A job's page with these rows. */
export function resultHref(id: string, asked: Asked): string {
  return `/jobs/${id}${resultQuery(asked)}`;
}
