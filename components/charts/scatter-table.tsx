import type { ChartColumn, ChartTableData } from "@/components/charts/chart-table-data";
import type { ReelMark } from "@/components/charts/scatter";
import { TextLink } from "@/components/ui/app-link";
import { percent } from "@/lib/format/rate";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { ReelPoint } from "@/lib/reels/point";

type Drawn = ChartColumn & { of: (reel: ReelPoint) => string | null };

const one = (text: string) => Number(text).toFixed(1);

/** What is drawn as rows, the lowest score first. Its cells are exact; `show` rounds them for the eye. */
export function scatterTable(
  marks: readonly ReelMark[],
  hrefOf: (postId: number) => string | null,
): ChartTableData {
  const simulated = marks.some(({ reel }) => reel.is_simulated);
  const columns: Drawn[] = [
    {
      key: "title",
      header: "Reel",
      type: "text",
      of: (reel) => reel.title,
      missing: "No title was given.",
      show: (title, row) => shownTitle(title, hrefOf(Number(row.at(-1)))),
    },
    {
      key: "platform",
      header: "Platform",
      type: "text",
      of: (reel) => PLATFORM_NAMES[reel.platform],
    },
    {
      key: "author",
      header: "Author",
      type: "text",
      of: (reel) => reel.author,
      missing: "No author was given.",
    },
    {
      key: "value",
      header: "Score",
      type: "number",
      of: (reel) => String(reel.performance_score),
      show: (text) => Number(text).toFixed(2),
    },
    {
      key: "velocity_percentile",
      header: "Velocity, percentile",
      type: "number",
      of: (reel) => String(reel.views_per_hour_percentile),
      show: one,
    },
    {
      key: "engagement_percentile",
      header: "Engagement, percentile",
      type: "number",
      of: (reel) => String(reel.engagement_rate_percentile),
      show: one,
    },
    { key: "views", header: "Views", type: "count", of: (reel) => reel.views },
    {
      key: "views_per_hour",
      header: "Views per hour",
      type: "number",
      of: (reel) => String(reel.views_per_hour),
    },
    {
      key: "engagement_rate",
      header: "Engagement rate",
      type: "number",
      of: (reel) => String(reel.engagement_rate),
      show: (text) => percent(Number(text)),
    },
    {
      key: "outlier_factor",
      header: "Outlier factor",
      type: "number",
      of: ({ outlier_factor }) => (outlier_factor === null ? null : String(outlier_factor)),
      show: (text) => `${one(text)}×`,
      missing: "There is no median to compare it with.",
    },
    { key: "measured_at", header: "Measured", type: "datetime", of: (reel) => reel.measured_at },
    { key: "source", header: "Source", type: "text", of: (reel) => reel.source_name },
    {
      key: "simulated",
      header: "Simulated",
      type: "text",
      exportOnly: !simulated,
      of: (reel) => (reel.is_simulated ? "yes" : "no"),
    },
    { key: "url", header: "Link", type: "text", exportOnly: true, of: (reel) => reel.reel_url },
    // Last: the title's link is made from it.
    {
      key: "post",
      header: "Post",
      type: "text",
      exportOnly: true,
      of: (reel) => String(reel.post_id),
    },
  ];
  const rows = marks.toReversed().map(({ reel }) => columns.map(({ of }) => of(reel)));
  return { columns: columns.map(({ of: _, ...column }) => column), rows };
}

function shownTitle(title: string, href: string | null) {
  return (
    <span className="block max-w-72 truncate">
      {href ? <TextLink href={href}>{title}</TextLink> : title}
    </span>
  );
}
