import { z } from "zod";
import { oneOf, period, platform, refusePeriod, whole } from "@/lib/answers/parameters";

const ANY = Number.MAX_SAFE_INTEGER;
/** What an `int` of the database holds. */
const MOST_ROWS = 1_000_000;

export const depthsQuery = z.object({ platform, ...period }).superRefine(refusePeriod);
export type DepthsQuery = z.output<typeof depthsQuery>;

export const viralChainsQuery = z
  .object({
    min_depth: whole(2, 100_000).default(3),
    min_engagement: whole(0, ANY).default(50),
    platform,
    ...period,
    skip: whole(0, MOST_ROWS).default(0),
    limit: whole(1, 100).default(20),
  })
  .superRefine(refusePeriod);
export type ViralChainsQuery = z.output<typeof viralChainsQuery>;

/** Which post, by its number in an address. */
export const postChoice = z.object({ id: whole(1, ANY) }).transform(({ id }) => ({ post: id }));
export type PostChoice = z.output<typeof postChoice>;

export const treeQuery = z.object({
  skip: whole(0, MOST_ROWS).default(0),
  limit: whole(1, 5000).default(500),
  /** flat: in reading order with parent_id and depth, for readers that nest no deeper than so much. */
  shape: oneOf(["nested", "flat"]).default("nested"),
});
export type TreeQuery = Pick<z.output<typeof treeQuery>, "skip" | "limit"> & PostChoice;
