import { z } from "zod";
import type { Measurement } from "../connected.ts";
import { definitionAt } from "../metric-definitions.ts";
import { count, payloadOf } from "../provider-values.ts";

const report = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })),
  // Absent when there is nothing to tell.
  rows: z.array(z.array(z.unknown())).nullish(),
});

/** The rows of a report by video. Null when it is no report. A video without a row has no numbers yet. */
export function readReport(body: unknown, nowMs: number): Map<string, Measurement> | null {
  const read = report.safeParse(body);
  if (!read.success) return null;
  const { columnHeaders, rows } = read.data;
  const names = columnHeaders.map(({ name }) => name);
  const measurements = new Map<string, Measurement>();
  for (const row of rows ?? []) {
    const cells = new Map(names.map((name, at) => [name, row[at]]));
    const id = cells.get("video");
    if (typeof id !== "string") continue;
    measurements.set(id, {
      source: "youtube_analytics",
      metrics: metricsOf(cells),
      definition: definitionAt("youtube_analytics", nowMs),
      payload: payloadOf({ columnHeaders: names, rows: [row] }),
    });
  }
  return measurements;
}

function metricsOf(cells: Map<string, unknown>) {
  const views = countIn(cells, "views");
  return {
    impressions: { absent: "not_offered" },
    reach: { absent: "not_offered" },
    views,
    likes: countIn(cells, "likes"),
    comments: countIn(cells, "comments"),
    shares: countIn(cells, "shares"),
    saves: { absent: "not_offered" },
    clicks: { absent: "not_offered" },
    video_views: views,
  } as const;
}

// Likes gained less likes removed can fall below zero, which is no count.
function countIn(cells: Map<string, unknown>, name: string) {
  return count.safeParse(cells.get(name)).data ?? ({ absent: "error" } as const);
}
