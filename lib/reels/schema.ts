import { z } from "zod";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { readCohortId } from "@/lib/reels/cohort-id";
import { pageNumber } from "@/lib/search";

/** Days back from a cohort's end, as they are written in addresses. */
export const WINDOWS = { "7d": 7, "30d": 30, "90d": 90 } as const;
export type Window = keyof typeof WINDOWS;
const windows = z.enum(["7d", "30d", "90d"], "expected 7d, 30d or 90d");

export const REEL_SORTS = [
  "score",
  "views",
  "velocity",
  "er",
  "outlier",
  "published",
  "author",
  "platform",
] as const;

const text = z.string().trim().min(1).max(200);
const MOST_VIEWS = 9_000_000_000_000_000;

/** What narrows the list. Who is compared with whom does not depend on it. */
const narrowing = {
  platform: z.enum(PLATFORM_IDS).optional(),
  author: text.optional(),
  hashtag: text
    .transform((tag) => tag.replace(/^#/, ""))
    .refine((tag) => /^[\p{L}\p{M}\p{N}_]+$/u.test(tag), "expected one hashtag, without spaces")
    .optional(),
  min_views: z.coerce
    .number("expected a number of views")
    .int("expected a whole number of views")
    .min(0, "expected 0 views or more")
    .max(MOST_VIEWS, "expected fewer views")
    .optional(),
  outliers_only: z.stringbool("expected true or false").optional(),
  search: text.optional(),
};

const shape = {
  window: windows.default("7d"),
  ...narrowing,
  /** The invented cohort that shows what the page does. */
  sample: z.stringbool("expected true or false").optional(),
  /** An id that an earlier answer gave: its window, end and filter, whatever came since. */
  cohort: z
    .string()
    .transform((id, context) => {
      const read = readCohortId(id);
      if (read) return read;
      context.addIssue("expected the id of a cohort, as an earlier answer gave it");
      return z.NEVER;
    })
    .optional(),
  sort: z.enum(REEL_SORTS).default("score"),
  order: z.enum(["asc", "desc"]).default("desc"),
};

/** Which short videos, and in which order: page, API and export read the same. */
export const reelFilter = z.object(shape);
export type ReelFilter = z.output<typeof reelFilter>;

export const reelPage = z.object({ ...shape, page: pageNumber });

/** How many have to be compared before a rank is told. */
export const SMALLEST_COHORT = 20;
