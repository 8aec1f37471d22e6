import { z } from "zod";
import { refusePeriod } from "@/lib/answers/parameters";
import { viralChainsQuery } from "@/lib/comments/schema";
import { pageNumber, searchString } from "@/lib/search";

const { platform, days, since, until, min_depth, min_engagement } = viralChainsQuery.shape;

/** Days back that are offered; addresses take any other number, and `since` and `until`. */
export const PERIODS = [7, 30, 90] as const;

/** Which comments, and which of their chains: the names and bounds of the API. */
export const commentsPage = z
  .object({ platform, days, since, until, min_depth, min_engagement, page: pageNumber })
  .superRefine(refusePeriod);
export type CommentsPage = z.output<typeof commentsPage>;

const DEFAULTS = { min_depth: 3, min_engagement: 50, page: 1 };

export function commentsHref(asked: Partial<CommentsPage>) {
  return `/comments${searchString(asked, DEFAULTS)}`;
}

/** A post's thread, opened at a comment or at the first that holds a word. */
export function threadHref(post: number, choice: { comment?: number; search?: string } = {}) {
  return `/comments/${post}${searchString(choice)}`;
}
