import { exactNumber } from "@/lib/exact-number";
import type { AgeCurve, Beside, Post } from "@/lib/posts/read-post";

/** Fields of `author` and `alike` that are our own calculation; so are `views` that are interpolated. */
const DERIVED = ["median", "low", "high", "factor", "percentile"] as const;

/** A post at each age for programs: counts as exact JSON numbers, null where nothing was measured near enough. */
export function apiAges(post: Post, curve: AgeCurve | null) {
  return {
    post_id: post.id,
    metric: "views",
    metric_definition: curve?.definition ?? null,
    compared_with: curve && {
      platform: curve.platform,
      media_kind: curve.media_kind,
      author: curve.author,
    },
    fewest_compared: curve?.fewest ?? null,
    measured_at: post.measured_at,
    simulated: post.is_simulated,
    derived: DERIVED,
    ages: (curve?.ages ?? []).map(({ hours, views, is_interpolated, author, alike }) => ({
      hours,
      views: exactNumber(views),
      interpolated: is_interpolated,
      author: apiBeside(author),
      alike: apiBeside(alike),
    })),
  };
}

function apiBeside({ n, median, low, high, confidence, factor, percentile }: Beside) {
  return {
    n,
    median: exactNumber(median),
    low: exactNumber(low),
    high: exactNumber(high),
    confidence: median === null ? null : confidence,
    factor,
    percentile,
  };
}
