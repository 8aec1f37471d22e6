import type { ChartTableData } from "@/components/charts/chart-table-data";

/** With less room a day, what was before is a grey line instead of a second bar. */
export const MIN_PAIR_PX = 8;

export type TrendDay = {
  /** YYYY-MM-DD, a day of the workspace's zone. */
  day: string;
  /** Decimal text, 64 bit. Null where nothing was measured: never 0. */
  value: string | null;
  previous: string | null;
  partial?: boolean | undefined;
  /** How many measurements the value rests on. */
  measured: number;
  note?: string | undefined;
};

/** Days in a row without a value, as a stretch of slots: day 0 reaches from 0 to 1. */
export type Unmeasured = { from: number; to: number; reason: string };

export type TrendRow = {
  slot: number;
  value: number | null;
  /** The way into a running day, drawn dashed. */
  tail: number | null;
  previous: number | null;
};

/** What the chart draws: rows for the lines, and the stretches without measurement. */
export function readTrend(days: readonly TrendDay[]) {
  const amount = (text: string | null | undefined) => (text == null ? null : Number(text));
  const rows = days.map(({ value, previous, partial }, index): TrendRow => {
    const intoPartial = partial || days[index + 1]?.partial;
    return {
      slot: index + 0.5,
      value: partial ? null : amount(value),
      tail: intoPartial ? amount(value) : null,
      previous: amount(previous),
    };
  });
  const unmeasured: Unmeasured[] = [];
  for (const [index, { value, note = "" }] of days.entries()) {
    if (value !== null) continue;
    const last = unmeasured.at(-1);
    if (last?.to === index && last.reason === note) last.to = index + 1;
    else unmeasured.push({ from: index, to: index + 1, reason: note });
  }
  const amounts = days.flatMap(({ value, previous }) => [
    amount(value) ?? 0,
    amount(previous) ?? 0,
  ]);
  return {
    rows,
    unmeasured,
    highest: Math.max(0, ...amounts),
    lowest: Math.min(0, ...amounts),
    hasPrevious: days.some(({ previous }) => previous !== null),
  };
}

export function trendTable(
  days: readonly TrendDay[],
  { metricLabel, previousLabel }: { metricLabel: string; previousLabel: string },
): ChartTableData {
  return {
    columns: [
      { key: "day", header: "Day", type: "text" },
      { key: "value", header: metricLabel, type: "count" },
      { key: "previous", header: previousLabel, type: "count" },
      { key: "measured", header: "Measurements", type: "count" },
      { key: "note", header: "Note", type: "text" },
    ],
    rows: days.map(({ day, value, previous, measured, partial, note }) => {
      const said = [partial && "Still running.", note ?? (value === null && "Not measured.")];
      return [day, value, previous, String(measured), said.filter(Boolean).join(" ") || null];
    }),
  };
}

/** Every how many days a label stands, so that about `most` do; whole weeks from a week on. */
export function daysPerLabel(days: number, most: number): number {
  return [1, 2, 3, 7, 14, 28, 56, 91, 182, 364].find((step) => days / step <= most) ?? 728;
}
