import type { PostFilter, SeriesChoice, TrendFilter } from "@/lib/posts/schema";
import { searchString } from "@/lib/search-string";

type Asked = Partial<PostFilter & { page: number }>;

const DEFAULTS = { sort: "published_at", order: "desc", metric: "views", days: 7, page: 1 };

/** The filter as a query string with its "?", without what is the default anyway. */
export function postsQuery(asked: Asked) {
  return searchString(asked, DEFAULTS);
}

export function postsHref(asked: Asked) {
  return `/posts${postsQuery(asked)}`;
}

/** A post's page, with the number and source of its chart. */
export function postHref(id: number, choice: SeriesChoice = {}) {
  return `/posts/${id}${searchString(choice)}`;
}

export function trendsQuery(asked: Partial<TrendFilter>) {
  return searchString(asked, { metric: "views", days: 30 });
}

export function trendsHref(asked: Partial<TrendFilter>) {
  return `/posts/trends${trendsQuery(asked)}`;
}
