import { percent, percentValue } from "@/lib/format/rate";

export type HeatMeasure = "views" | "engagement_rate";

/** Five steps of one colour, light to dark: they differ in lightness alone, which every eye sees. */
export const HEAT_STEPS = [
  { fill: "color-mix(in oklab, var(--chart-1) 6%, var(--panel))", ink: "var(--text)" },
  { fill: "color-mix(in oklab, var(--chart-1) 18%, var(--panel))", ink: "var(--text)" },
  { fill: "color-mix(in oklab, var(--chart-1) 31%, var(--panel))", ink: "var(--text)" },
  { fill: "color-mix(in oklab, var(--chart-1) 46%, var(--panel))", ink: "var(--text)" },
  { fill: "var(--accent)", ink: "var(--on-accent)" },
] as const;

/** Percentiles around their middle, which is 50 by what they are. */
const PERCENTILE_CUTS = [30, 45, 55, 70];
/** Rates around the median of all, which differs from workspace to workspace. */
const RATE_CUTS = [0.6, 0.9, 1.1, 1.6];

export function heatCuts(measure: HeatMeasure, median: number | null): number[] {
  return measure === "views" ? PERCENTILE_CUTS : RATE_CUTS.map((factor) => factor * (median ?? 0));
}

export function heatStep(value: number, cuts: readonly number[]) {
  const index = cuts.filter((cut) => value >= cut).length;
  return HEAT_STEPS[index] ?? HEAT_STEPS[0];
}

/** What each step stands for, lowest first. */
export function stepTexts(measure: HeatMeasure, cuts: readonly number[]) {
  const write = (cut: number) => heatValue(measure, cut);
  return HEAT_STEPS.map((_, index) => {
    const [from, to] = [cuts[index - 1], cuts[index]];
    if (from === undefined) return to === undefined ? "" : `under ${write(to)}`;
    return to === undefined ? `from ${write(from)}` : `${write(from)} – ${write(to)}`;
  });
}

/** In a cell, where there is little room. */
export function cellText(measure: HeatMeasure, value: number) {
  return measure === "views" ? String(Math.round(value)) : percentValue(value, 1);
}

/** In words and tables. */
export function heatValue(measure: HeatMeasure, value: number) {
  return measure === "views" ? value.toFixed(1) : percent(value, 2);
}

export const MEASURE_NAMES: Record<HeatMeasure, string> = {
  views: "Median percentile",
  engagement_rate: "Median engagement rate",
};
