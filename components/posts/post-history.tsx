import { HistoryChart } from "@/components/charts/history-chart";
import { METRIC_NOUNS } from "@/components/metrics/absence";
import { metricLabel } from "@/components/metrics/metric-label";
import { historyFinding } from "@/components/posts/finding";
import { baselineLine, historyInput } from "@/components/posts/history-input";
import { titleOf } from "@/components/posts/post-name";
import type { Metric } from "@/lib/platforms/metric";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { AgeCurve, Post, PostSource, Series } from "@/lib/posts/read-post";

/** One number of a post over time, cumulative and per hour, as one source told it. */
export function PostHistory({
  post,
  series,
  curve,
  metric,
  source,
  zone,
  now,
}: {
  post: Post;
  series: Series;
  curve: AgeCurve | null;
  metric: Metric;
  source: PostSource;
  zone: string;
  now: Date;
}) {
  const label = metricLabel(metric);
  // Ages are of views, and under today's definition alone.
  const comparable =
    metric === "views" && curve?.definition === source.definition && series.changes.length === 0;
  const baseline = comparable ? baselineLine(post, series, curve) : undefined;
  return (
    <HistoryChart
      {...historyInput(post, series, { metric, sourceName: source.name, now })}
      baseline={baseline?.points}
      baselineLabel={baseline?.label}
      title={historyFinding(series, label, { zone, now })}
      fileName={`${titleOf(post)} ${METRIC_NOUNS[metric]}`}
      metricLabel={label}
      timeZone={zone}
      asOf={series.points.at(-1)?.[0] ?? source.captured_at}
      now={now.toISOString()}
      state={
        series.points.some(([, value]) => value !== null)
          ? { kind: "ready" }
          : {
              kind: "empty",
              sentence: `${source.name} gave no ${METRIC_NOUNS[metric]} of this post on ${PLATFORM_NAMES[post.platform]}. Choose another number above.`,
            }
      }
    />
  );
}
