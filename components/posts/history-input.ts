import type { HistoryInput } from "@/components/charts/history";
import { absenceSentence } from "@/components/metrics/absence";
import { FEWEST_POSTS } from "@/components/posts/finding";
import { telling } from "@/components/posts/pace";
import { ABSENCES, type Metric } from "@/lib/platforms/metric";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Baseline, Post, Series } from "@/lib/posts/read-post";
import { gapReason } from "@/lib/posts/words";

const HOUR_MS = 3_600_000;

/** A history as its chart takes it, with every reason in words. */
export function historyInput(
  post: Post,
  series: Series,
  { metric, sourceName, now }: { metric: Metric; sourceName: string; now: Date },
): HistoryInput {
  const { platform } = post;
  const name = PLATFORM_NAMES[platform];
  return {
    points: series.points.map(([at, value, definition, simulated, reason]) => ({
      at,
      value,
      definition,
      simulated,
      source: sourceName,
      ...(value === null && {
        reason: absenceSentence(
          metric,
          ABSENCES.find((known) => known === reason),
          platform,
        ),
      }),
    })),
    gaps: [
      ...series.gaps.map((gap) => ({ ...gap, reason: gapReason(gap.reason, platform) })),
      ...silence(post, series, now),
    ],
    changes: series.changes.map(({ at, description }) => ({
      at,
      label: `${name} changed what it counts`,
      note: description,
    })),
    restatements: series.restatements,
    // An hour’s pace is not told from seconds.
    rates: telling(series.rates).map(([from, to, perHour]) => ({ from, to, perHour })),
  };
}

/** From the last measurement until now, where one was expected meanwhile. */
function silence(post: Post, { silent_since }: Series, now: Date): HistoryInput["gaps"] {
  // Without an account nobody expects another one.
  if (silent_since === null || post.account_id === null) return [];
  const code =
    post.state === "gone"
      ? "gone"
      : post.account_status !== "connected"
        ? "needs_reconnect"
        : (post.error_code ?? "no_run");
  const reason = gapReason(code, post.platform);
  return [{ from: silent_since, to: now.toISOString(), reason }];
}

/** The account's median at each age, as a line beside the post's own. */
export function baselineLine({ published_at }: Post, baseline: Baseline | null) {
  if (published_at === null || baseline === null) return undefined;
  const line = baseline.ages.flatMap(({ hours, median, n, value }) => {
    if (median === null || n < FEWEST_POSTS || value === null) return [];
    const at = new Date(Date.parse(published_at) + hours * HOUR_MS).toISOString();
    return [{ at, value: median }];
  });
  return line.length > 1 ? line : undefined;
}
