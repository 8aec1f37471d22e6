import type { ChartTableData } from "@/components/charts/chart-table-data";
import type { Pages } from "@/lib/exports/column";
import { csvStream } from "@/lib/exports/csv";

/** The table behind a chart as the CSV that every export of the product writes. */
export async function csvBlob({ columns, rows }: ChartTableData): Promise<Blob> {
  async function* onePage(): Pages {
    yield rows;
  }
  const bytes = await new Response(csvStream(columns, onePage())).arrayBuffer();
  return new Blob([bytes], { type: "text/csv;charset=utf-8" });
}
