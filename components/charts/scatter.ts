import type { Room } from "@/components/charts/plot";
import { scalesOf } from "@/components/charts/plot";
import { inView, type View } from "@/components/charts/scatter-view";
import type { ReelPoint } from "@/lib/reels/point";

export const BREAKOUT_SCORE = 95;

/** A reel where it stands: `x` its velocity, `y` its engagement, both percentiles. */
export type ReelMark = {
  reel: ReelPoint;
  x: number;
  y: number;
  breakout: boolean;
  /** 0 for the fewest views of the cohort, 1 for the most. */
  size: number;
};

/** A mark in px, with the radius that it has room for. */
export type ReelPlace = { mark: ReelMark; x: number; y: number; radius: number };

const LEAST_PX2 = 60;
const MOST_PX2 = 280;
const MEAN_PX2 = 150;

/** So much of the plot may be dots before all of them shrink alike. */
const MOST_INK = 0.24;
const LEAST_SHRINK = 0.08;

/** The points from the highest score to the lowest. */
export function readScatter(points: readonly ReelPoint[]): ReelMark[] {
  const size = sizeOfViews(points.map(({ views }) => Number(views)));
  return points
    .map((reel) => ({
      reel,
      x: reel.views_per_hour_percentile,
      y: reel.engagement_rate_percentile,
      breakout: reel.performance_score >= BREAKOUT_SCORE,
      size: size(Number(reel.views)),
    }))
    .sort((a, b) => b.reel.performance_score - a.reel.performance_score);
}

/**
 * Views of one cohort lie four to six powers of ten apart: by square root all but a handful would
 * have the least area. By logarithm each power of ten adds the same, over two of them at least.
 */
export function sizeOfViews(views: readonly number[]): (views: number) => number {
  const log = (count: number) => Math.log10(Math.max(1, count));
  let [low, high] = [Infinity, 0];
  for (const count of views) {
    low = Math.min(low, log(count));
    high = Math.max(high, log(count));
  }
  const span = Math.max(2, high - low);
  return (count) => Math.min(1, Math.max(0, 1 - (high - log(count)) / span));
}

/** What of the marks is in view, in px and in the same order. */
export function placeMarks(marks: readonly ReelMark[], view: View, room: Room): ReelPlace[] {
  const scales = scalesOf(room, view.x, view.y);
  const seen = marks.filter((mark) => inView(view, mark));
  const shrink = Math.sqrt(shrinkOf(seen.length, room));
  return seen.map((mark) => ({
    mark,
    x: scales.x(mark.x),
    y: scales.y(mark.y),
    radius: shrink * Math.sqrt((LEAST_PX2 + mark.size * (MOST_PX2 - LEAST_PX2)) / Math.PI),
  }));
}

/** The factor of all areas alike: 1 where there is room, less where dots would hide each other. */
export function shrinkOf(count: number, { width, height, left, right, top, bottom }: Room): number {
  const room = (width - left - right) * (height - top - bottom);
  return Math.max(LEAST_SHRINK, Math.min(1, (MOST_INK * room) / (count * MEAN_PX2 || 1)));
}
