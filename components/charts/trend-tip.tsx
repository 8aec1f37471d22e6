import type { TipContent } from "@/components/charts/chart-tip";
import type { TrendDay } from "@/components/charts/trend";
import { exactCount } from "@/lib/format/count";
import { percent, ratioOf } from "@/lib/format/rate";
import { calendarDay } from "@/lib/format/time";

type Labels = { metricLabel: string; previousLabel: string };

/** The exact numbers of one day. */
export function trendTip(day: TrendDay, { metricLabel, previousLabel }: Labels): TipContent {
  const rows = [
    {
      label: metricLabel,
      value: <b className="font-semibold">{day.value === null ? "—" : exactCount(day.value)}</b>,
    },
    { label: previousLabel, value: <>{day.previous === null ? "—" : exactCount(day.previous)}</> },
  ];
  const change = changeText(day);
  if (change) rows.push({ label: "Change", value: <>{change}</> });
  rows.push({ label: "Measurements", value: <>{exactCount(day.measured)}</> });
  return {
    title: calendarDay(day.day, "UTC"),
    rows,
    note: noteText(day) || undefined,
  };
}

/** One day in a sentence, as it is read out. */
export function dayText(day: TrendDay, { metricLabel, previousLabel }: Labels): string {
  const what = metricLabel.toLowerCase();
  const value = day.value === null ? `${what} not measured` : `${exactCount(day.value)} ${what}`;
  const before =
    day.previous === null ? "" : `, ${previousLabel.toLowerCase()} ${exactCount(day.previous)}`;
  const text = `${calendarDay(day.day, "UTC")}: ${value}${before}.`;
  return [text, noteText(day)].filter(Boolean).join(" ");
}

/** A running day is compared with nothing, and nothing with 0 or with what is unknown. */
function changeText({ value, previous, partial }: TrendDay): string | null {
  if (value === null || previous === null || partial) return null;
  const ratio = ratioOf(String(BigInt(value) - BigInt(previous)), previous);
  if (ratio === null || BigInt(previous) < 0n) return null;
  return `${ratio < 0 ? "↓" : "↑"} ${percent(Math.abs(ratio), 1)} from ${exactCount(previous)}`;
}

function noteText({ partial, note, value }: TrendDay): string {
  const said = [partial && "Still running.", note ?? (value === null && "Not measured that day.")];
  return said.filter(Boolean).join(" ");
}
