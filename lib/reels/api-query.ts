import { z } from "zod";
import { clamped } from "@/lib/jobs/schema";
import { reelFilter, reelPage, SMALLEST_COHORT } from "@/lib/reels/schema";

/** What an id holds already: said twice, one of the two would have to be ignored. */
const IN_ID = [
  "window",
  "platform",
  "author",
  "hashtag",
  "min_views",
  "outliers_only",
  "search",
  "sample",
] as const;

function refuseBesideId(query: unknown, context: z.RefinementCtx) {
  const given = z.record(z.string(), z.unknown()).parse(query);
  if (given.cohort === undefined) return given;
  for (const name of IN_ID.filter((each) => given[each] !== undefined)) {
    context.addIssue({
      code: "custom",
      path: [name],
      message: `the id in \`cohort\` brings its own ${name}; leave out one of the two`,
    });
  }
  return given;
}

const asked = {
  /** Fewer compared: no ranks. 1 ranks whatever there is. */
  min_cohort: clamped(1, 1000, SMALLEST_COHORT),
};

/** Which cohort, of which slice: for programs, who are told of what they ask in vain. */
export const pageQuery = z.preprocess(
  refuseBesideId,
  reelPage.extend({ ...asked, limit: clamped(1, 10_000, 50) }),
);
export const wholeQuery = z.preprocess(refuseBesideId, reelFilter.extend(asked));
export type WholeQuery = z.output<typeof wholeQuery>;
