import type { Tick } from "@/components/charts/ticks";

export type Span = readonly [from: number, to: number];
/** The part of both percentile axes that is looked at. */
export type View = { x: Span; y: Span };

export const WHOLE: View = { x: [0, 100], y: [0, 100] };
/** Fast and engaging at once. */
export const ZONE: View = { x: [80, 100], y: [70, 100] };

/** Closer than this, percentiles of a cohort no longer tell reels apart. */
const LEAST_SPAN = 2;
const STEPS = [1, 2, 5, 10, 20, 25, 50];

export function isWhole({ x, y }: View): boolean {
  return x[0] === 0 && x[1] === 100 && y[0] === 0 && y[1] === 100;
}

export function sameView(a: View, b: View): boolean {
  return [a.x[0] - b.x[0], a.x[1] - b.x[1], a.y[0] - b.y[0], a.y[1] - b.y[1]].every(
    (apart) => Math.abs(apart) < 1e-6,
  );
}

export function inView({ x, y }: View, at: { x: number; y: number }): boolean {
  return at.x >= x[0] && at.x <= x[1] && at.y >= y[0] && at.y <= y[1];
}

/** From corner to opposite corner, kept on the axes and never closer than can be told apart. */
export function viewBetween(a: { x: number; y: number }, b: { x: number; y: number }): View {
  return { x: spanBetween(a.x, b.x), y: spanBetween(a.y, b.y) };
}

/** `factor` times as close, around a place that keeps its own. */
export function zoomAround({ x, y }: View, at: { x: number; y: number }, factor: number): View {
  const closer = ([from, to]: Span, middle: number): Span => {
    const wide = Math.min(100, Math.max(LEAST_SPAN, (to - from) / factor));
    const share = (middle - from) / (to - from);
    return shifted([middle - share * wide, middle + (1 - share) * wide]);
  };
  return { x: closer(x, at.x), y: closer(y, at.y) };
}

/** Moved by a share of what is seen; the edges of the axes hold it. */
export function panBy({ x, y }: View, right: number, up: number): View {
  const moved = ([from, to]: Span, share: number) => {
    const by = (to - from) * share;
    return shifted([from + by, to + by]);
  };
  return { x: moved(x, right), y: moved(y, up) };
}

/** The part of the breakout zone that is in view, with the edges that are; null when none of it is. */
export function zoneIn({ x, y }: View): { part: View; left: boolean; bottom: boolean } | null {
  const part: View = {
    x: [Math.max(x[0], ZONE.x[0]), x[1]],
    y: [Math.max(y[0], ZONE.y[0]), y[1]],
  };
  if (part.x[0] >= part.x[1] || part.y[0] >= part.y[1]) return null;
  return { part, left: x[0] <= ZONE.x[0], bottom: y[0] <= ZONE.y[0] };
}

/** Round percentiles inside a span, at most about `most` steps. */
export function percentileTicks([from, to]: Span, most: number): Tick[] {
  const rough = (to - from) / most;
  const size = STEPS.find((step) => step >= rough - 1e-9) ?? 50;
  const ticks: Tick[] = [];
  for (let value = Math.ceil(from / size - 1e-9) * size; value <= to + 1e-9; value += size) {
    ticks.push({ value, label: String(value) });
  }
  return ticks;
}

/** "p80 – p100" for words about a view. */
export function spanText([from, to]: Span): string {
  const text = (value: number) => String(Number(value.toFixed(1)));
  return `${text(from)} to ${text(to)}`;
}

function spanBetween(a: number, b: number): Span {
  const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(100, Math.max(a, b))];
  const lacking = Math.max(0, LEAST_SPAN - (to - from)) / 2;
  return shifted([from - lacking, to + lacking]);
}

function shifted([from, to]: Span): Span {
  const by = from < 0 ? -from : to > 100 ? 100 - to : 0;
  return [Math.max(0, exact(from + by)), Math.min(100, exact(to + by))];
}

/** Without what floating point adds: a mark at the very edge would fall out of view. */
function exact(value: number): number {
  return Number(value.toFixed(6));
}
