import type { ChartTableData } from "@/components/charts/chart-table-data";
import type { HistoryInput } from "@/components/charts/history";
import { exactCount } from "@/lib/format/count";
import { exactMoment } from "@/lib/format/time";

type Cells = Record<string, string | null>;

/** Every measurement, gap and change of a history as rows, oldest first. */
export function historyTable(
  { points, gaps, changes, restatements, rates, baseline }: HistoryInput,
  metricLabel: string,
  timeZone: string,
): ChartTableData {
  const rows: Cells[] = points.map((point) => {
    const same = (at: string) => Date.parse(at) === Date.parse(point.at);
    const restated = restatements.find(({ at }) => same(at));
    const rate = rates.find(({ to }) => same(to));
    const notes = [
      point.value === null && (point.reason ?? "Not measured."),
      restated && restatedText(restated),
    ];
    return {
      at: point.at,
      value: point.value,
      rate: rate ? decimal(rate.perHour) : null,
      baseline: baseline?.find(({ at }) => same(at))?.value ?? null,
      definition: point.definition,
      source: point.source,
      simulated: point.simulated ? "yes" : "no",
      note: notes.filter(Boolean).join(" ") || null,
    };
  });
  for (const { from, to, reason } of gaps) {
    rows.push({ at: from, note: `Not measured until ${exactMoment(to, timeZone)}: ${reason}` });
  }
  for (const { at, label, note } of changes) rows.push({ at, note: `${label}. ${note}` });
  const known = new Set(points.map(({ at }) => Date.parse(at)));
  for (const { at, value } of baseline ?? []) {
    if (!known.has(Date.parse(at))) rows.push({ at, baseline: value, note: "Median only." });
  }
  rows.sort((a, b) => Date.parse(a.at ?? "") - Date.parse(b.at ?? ""));

  const columns: ChartTableData["columns"] = [
    { key: "at", header: "Measured", type: "datetime" },
    { key: "value", header: metricLabel, type: "count" },
    { key: "rate", header: "Per hour", type: "number" },
    { key: "definition", header: "Definition", type: "text" },
    { key: "source", header: "Source", type: "text" },
    {
      key: "simulated",
      header: "Simulated",
      type: "text",
      exportOnly: points.every(({ simulated }) => !simulated),
    },
    { key: "note", header: "Note", type: "text" },
  ];
  if (baseline) {
    columns.splice(3, 0, { key: "baseline", header: "Median at this age", type: "count" });
  }
  return { columns, rows: rows.map((cells) => columns.map(({ key }) => cells[key] ?? null)) };
}

export function restatedText({ from, to }: { from: string; to: string }): string {
  return `Restated from ${exactCount(from)} to ${exactCount(to)}.`;
}

/** Whole on screen, unless so little comes that whole numbers say nothing. */
export function paceText(perHour: number): string {
  if (Math.abs(perHour) < 10) return decimal(perHour).replace("-", "−");
  return exactCount(BigInt(Math.round(perHour)));
}

/** Decimal text without an exponent, at most two places. */
export function decimal(value: number): string {
  return value
    .toFixed(2)
    .replace(/\.?0+$/, "")
    .replace(/^-0$/, "0");
}
