import { z } from "zod";
import { period, platform, refusePeriod, share, whole, wholeOrAll } from "@/lib/answers/parameters";

const minutes = whole(1, 1440);

/** Which hashtags are used now. `window` is the shorter name of `window_minutes`. */
export const trendingQuery = z
  .object({
    window_minutes: minutes.optional(),
    window: minutes.optional(),
    k: whole(1, 100).default(10),
    platform,
  })
  .superRefine(({ window, window_minutes }, context) => {
    if (window === undefined || window_minutes === undefined || window === window_minutes) return;
    const message = `found ${window} beside window_minutes=${window_minutes}, expected one of the two.`;
    context.addIssue({ code: "custom", path: ["window"], message });
  })
  .transform(({ window, window_minutes, ...rest }) => ({
    window_minutes: window_minutes ?? window ?? 60,
    ...rest,
  }));
export type TrendingQuery = z.output<typeof trendingQuery>;

const related = { max_recommendations: whole(1, 10).default(3), platform, ...period };

/** What goes with one hashtag. An empty one is refused where it is asked for. */
export const recommendationsQuery = z
  .object({
    target_hashtag: z.string().default(""),
    min_cooccurrence_rate: share.default(0.3),
    ...related,
  })
  .superRefine(refusePeriod);
export type RecommendationsQuery = z.output<typeof recommendationsQuery>;

/** The same with the share that the shorter call has always had. */
export const recommendQuery = z.object(related).superRefine(refusePeriod);
export const LEAST_RATE = 0.3;

export const tagChoice = z.object({ tag: z.string().default("") });

/** `all`: of every post there is. */
export const syncQuery = z.object({
  minutes_back: wholeOrAll(1, 1440).default(60),
});
export type SyncQuery = z.output<typeof syncQuery>;

export const topHashtagsQuery = z
  .object({ limit: whole(1, 100).default(10), platform, ...period })
  .superRefine(refusePeriod);
export type TopHashtagsQuery = z.output<typeof topHashtagsQuery>;

export const growingQuery = z.object({
  hours: whole(1, 168).default(24),
  limit: whole(1, 50).default(10),
  platform,
});
export type GrowingQuery = z.output<typeof growingQuery>;
