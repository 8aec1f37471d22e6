import type { ChartTableData } from "@/components/charts/chart-table-data";
import { type HeatCell, hourText, WEEKDAYS } from "@/components/charts/heat";
import { type HeatMeasure, heatValue, MEASURE_NAMES } from "@/components/charts/heat-scale";

/** The grid as a table, Monday first. */
export function heatTable(
  cells: readonly HeatCell[],
  measure: HeatMeasure,
  fewest: number,
): ChartTableData {
  return {
    inOrder: true,
    columns: [
      { key: "weekday", header: "Weekday", type: "text" },
      { key: "hour", header: "Hour", type: "text" },
      {
        key: "value",
        header: MEASURE_NAMES[measure],
        type: "number",
        show: (text) => heatValue(measure, Number(text)),
        missing: `No evidence: fewer than ${fewest} measured posts.`,
      },
      { key: "measured", header: "Posts measured", type: "count" },
      { key: "posts", header: "Posts published", type: "count" },
      { key: "reason", header: "Not told because", type: "text" },
    ],
    rows: cells.map(({ weekday, hour, posts, measured, value }) => [
      WEEKDAYS[weekday - 1] ?? null,
      hourText(hour),
      value === null ? null : String(value),
      String(measured),
      String(posts),
      value === null ? "no evidence" : null,
    ]),
  };
}
