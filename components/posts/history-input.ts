import type { HistoryInput } from "@/components/charts/history";
import { absenceSentence } from "@/components/metrics/absence";
import { authorOf } from "@/components/metrics/author";
import { othersWords } from "@/components/posts/age-words";
import { telling } from "@/components/posts/pace";
import { ABSENCES, type Metric } from "@/lib/platforms/metric";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { AgeCurve, Post, Series } from "@/lib/posts/read-post";
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

/** Medians of others at each age between the first and the last measurement, as a line beside the post's own. */
export function baselineLine(post: Post, { points }: Series, curve: AgeCurve | null) {
  const [first, last] = [points.at(0)?.[0], points.at(-1)?.[0]];
  if (!post.published_at || !curve || !first || !last) return undefined;
  const published = Date.parse(post.published_at);
  // One line is of one group: the author's others, or with too few of them all alike.
  for (const others of ["author", "alike"] as const) {
    const known = curve.ages.flatMap(({ hours, [others]: { median, n } }) => {
      const time = published + hours * HOUR_MS;
      if (median === null || time < Date.parse(first) || time > Date.parse(last)) return [];
      return [{ at: new Date(time).toISOString(), value: median, n }];
    });
    if (known.length > 1) {
      const many = known.map(({ n }) => n);
      return {
        points: known.map(({ at, value }) => ({ at, value })),
        label: `Median of ${othersWords(others, many, curve, authorOf(post))} at the same age`,
      };
    }
  }
  return undefined;
}
