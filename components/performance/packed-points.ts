import type { ReelPoint, ReelPoints } from "@/lib/reels/point";

/** Points by column: thousands of them go to the browser without the names of their fields. */
export type PackedPoints = Omit<ReelPoints, "points"> & {
  columns: { [Name in keyof ReelPoint]: ReelPoint[Name][] };
};

export function packPoints({ points, ...rest }: ReelPoints): PackedPoints {
  const of = <Name extends keyof ReelPoint>(name: Name) => points.map((point) => point[name]);
  return {
    ...rest,
    columns: {
      post_id: of("post_id"),
      platform: of("platform"),
      author: of("author"),
      title: of("title"),
      reel_url: of("reel_url"),
      views: of("views"),
      views_per_hour: of("views_per_hour"),
      engagement_rate: of("engagement_rate"),
      views_per_hour_percentile: of("views_per_hour_percentile"),
      engagement_rate_percentile: of("engagement_rate_percentile"),
      performance_score: of("performance_score"),
      outlier_factor: of("outlier_factor"),
      measured_at: of("measured_at"),
      source_name: of("source_name"),
      is_simulated: of("is_simulated"),
    },
  };
}

export function unpackPoints({ columns, ...rest }: PackedPoints): ReelPoints {
  const entries = Object.entries(columns);
  const points = columns.post_id.map(
    // safe because packPoints made every column of the same points
    (_, at) => Object.fromEntries(entries.map(([name, column]) => [name, column[at]])) as ReelPoint,
  );
  return { ...rest, points };
}
