import { z } from "zod";
import type { Measured } from "../metric.ts";
import { count } from "../provider-values.ts";

/** `statistics` of a video, in `videos.list` and in `videos:batchGetStats`. */
export const statistics = z.object({
  viewCount: count.nullish(),
  likeCount: count.nullish(),
  commentCount: count.nullish(),
});

/** An absent count is hidden by its owner: unknown, which is not zero. */
export function measuredCounts(found: z.output<typeof statistics>): Measured {
  const views = found.viewCount ?? ({ absent: "hidden" } as const);
  return {
    impressions: { absent: "not_offered" },
    reach: { absent: "not_offered" },
    views,
    likes: found.likeCount ?? { absent: "hidden" },
    comments: found.commentCount ?? { absent: "hidden" },
    shares: { absent: "not_offered" },
    saves: { absent: "not_offered" },
    clicks: { absent: "not_offered" },
    video_views: views,
  };
}
