import { z } from "zod";
import { daysBetween } from "@/lib/format/days";
import { METRICS } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { pageNumber } from "@/lib/search";

export const MEDIA_KINDS = ["video", "short", "reel", "image", "carousel", "live", "text"] as const;
export const POST_STATES = ["measured", "unmeasured", "failing", "gone"] as const;
/** Where a post is known from: a connected account, or a link that a job or a program brought. */
export const ORIGINS = ["account", "other"] as const;
/** Days of a period, compared with as many days before. */
export const PERIODS = [7, 30, 90] as const;

export const POST_SORTS = [
  "published_at",
  "measured_at",
  "title",
  "author",
  "platform",
  ...METRICS,
  "engagement_rate",
] as const;

const text = z.string().trim().min(1).max(200);
const day = z.iso.date("expected a day like 2026-11-18");
const metric = z.enum(METRICS);
const inOrder = ({ from, until }: { from?: string | undefined; until?: string | undefined }) =>
  from === undefined || until === undefined || from <= until;
const ORDER = { path: ["until"], message: "expected a day that is not before `from`" };

function period(fallback: (typeof PERIODS)[number]) {
  const days = z.coerce
    .number("expected 7, 30 or 90")
    .refine(
      (value): value is (typeof PERIODS)[number] => PERIODS.some((known) => known === value),
      "expected 7, 30 or 90",
    );
  return days.default(fallback);
}

/** Which posts, in which order, and what their change is: page, API and export read the same. */
const filterShape = {
  search: text.optional(),
  platform: z.enum(PLATFORM_IDS).optional(),
  account: z.uuid("expected the id of an account (a UUID)").optional(),
  author: text.optional(),
  kind: z.enum(MEDIA_KINDS).optional(),
  source: text.optional(),
  state: z.enum(POST_STATES).optional(),
  origin: z.enum(ORIGINS).optional(),
  hashtag: text.optional(),
  /** Published from this day, and until the end of that one, in the workspace's zone. */
  from: day.optional(),
  until: day.optional(),
  sort: z.enum(POST_SORTS).default("published_at"),
  order: z.enum(["asc", "desc"]).default("desc"),
  /** The number whose change is shown, over so many days. */
  metric: metric.default("views"),
  days: period(7),
};
export const postFilter = z.object(filterShape).refine(inOrder, ORDER);
export type PostFilter = z.output<typeof postFilter>;

export const postPage = z.object({ ...filterShape, page: pageNumber }).refine(inOrder, ORDER);

const id = z.coerce
  .number("There is no such post: expected its number.")
  .int("There is no such post: expected its number.")
  .positive("There is no such post: expected its number.")
  .max(Number.MAX_SAFE_INTEGER, "There is no such post: expected its number.");
export const postId = z.object({ id });

/** Which number of one post, as which source told it. */
export const seriesChoice = z.object({ metric: metric.optional(), source: text.optional() });
export type SeriesChoice = z.output<typeof seriesChoice>;

export const seriesQuery = z.object({
  metric: metric.default("views"),
  source: text.optional(),
  since: z.iso
    .datetime({ offset: true, error: "expected a time like 2026-11-18T14:05:00Z" })
    .optional(),
});

export const refreshBody = z.object({
  ids: z
    .array(z.int().positive())
    .min(1, "expected at least one post")
    .max(500, "expected at most 500 posts"),
});

const MOST_DAYS = 366;

export const trendFilter = z
  .object({
    metric: metric.default("views"),
    account: z.uuid("expected the id of an account (a UUID)").optional(),
    platform: z.enum(PLATFORM_IDS).optional(),
    /** The last days, today among them; `from` and `until` together say it exactly. */
    days: period(30),
    from: day.optional(),
    until: day.optional(),
  })
  .refine(({ from, until }) => (from === undefined) === (until === undefined), {
    path: ["until"],
    message: "expected `from` and `until` together",
  })
  .refine(inOrder, ORDER)
  .refine(({ from, until }) => !from || !until || daysBetween(from, until) <= MOST_DAYS, {
    path: ["from"],
    message: `expected at most ${MOST_DAYS} days`,
  });
export type TrendFilter = z.output<typeof trendFilter>;
