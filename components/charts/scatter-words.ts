import type { LegendEntry } from "@/components/charts/legend";
import { BREAKOUT_SCORE, type ReelMark } from "@/components/charts/scatter";
import { isWhole, spanText, type View } from "@/components/charts/scatter-view";
import { compactCount, counted, exactCount } from "@/lib/format/count";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { ReelPoint, ReelPoints } from "@/lib/reels/point";

/** How much of the cohort is drawn: said as well when it is all of it. */
export function samplingWords(
  { ranked, sampled_out, breakouts }: ReelPoints,
  drawn: { count: number; breakouts: number },
): string {
  if (sampled_out === 0) {
    return `${ranked === 1 ? "1 reel" : `All ${exactCount(ranked)}`} drawn, none sampled`;
  }
  const said = `${exactCount(drawn.count)} of ${exactCount(ranked)} drawn`;
  if (breakouts === 0) return `${said}, no breakout among them`;
  if (drawn.breakouts < breakouts) {
    return `${said}, ${exactCount(drawn.breakouts)} of ${counted(breakouts, "breakout")} among them`;
  }
  return `${said}, ${breakouts === 1 ? "the one breakout" : `all ${exactCount(breakouts)} breakouts`} kept`;
}

/** What the drawing does not say by itself, a sentence each. */
export function scatterNotes({ unranked }: ReelPoints, view: View, seen: number, drawn: number) {
  return [
    !isWhole(view) &&
      `Zoomed to ${viewText(view)}: ${exactCount(seen)} of ${exactCount(drawn)} drawn are in view.`,
    unranked > 0 &&
      `${counted(unranked, "more reel")} without percentiles: too few to rank, or a number is missing.`,
  ].filter((note) => typeof note === "string");
}

export function viewText({ x, y }: View): string {
  return `velocity p${spanText(x).replace(" to ", " – p")}, engagement p${spanText(y).replace(" to ", " – p")}`;
}

/** A sample of each kind of mark that is drawn, and of no other. */
export function scatterLegend(marks: readonly ReelMark[]): LegendEntry[] {
  const entries: (LegendEntry | false)[] = [
    marks.some(({ breakout }) => breakout) && {
      mark: "breakout",
      text: `Score ${BREAKOUT_SCORE} or more`,
    },
    marks.some(({ breakout }) => !breakout) && { mark: "reel", text: "Other reels" },
    marks.length > 0 && { mark: "views", text: `Area: views${viewsRange(marks)}` },
  ];
  return entries.filter((entry) => entry !== false);
}

/** What the chart shows, for who does not see it. */
export function describeScatter({ ranked, in_zone, breakouts }: ReelPoints, drawn: number): string {
  const parts = [
    `${counted(ranked, "reel")} by percentile of views per hour, across, and of engagement rate, up.`,
    drawn < ranked ? `${exactCount(drawn)} are drawn.` : "",
    `${exactCount(in_zone)} in the breakout zone, velocity from 80 and engagement from 70;`,
    `${exactCount(breakouts)} with a score of ${BREAKOUT_SCORE} or more.`,
    "Arrow keys move to the nearest reel in that direction, Page Down and Page Up down and up the scores,",
    "Home to the highest. Enter opens the post, Tab reaches its links. Plus and minus zoom,",
    "Shift with arrows moves the view, 0 or Escape shows everything again.",
  ];
  return parts.filter(Boolean).join(" ");
}

/** One reel in a sentence, as it is read out. */
export function reelText({ reel, breakout }: ReelMark): string {
  const name = [titleOf(reel), PLATFORM_NAMES[reel.platform], reel.author].filter(Boolean);
  const numbers = [
    `score ${reel.performance_score.toFixed(2)}${breakout ? ", breakout" : ""}`,
    `velocity percentile ${reel.views_per_hour_percentile.toFixed(1)}`,
    `engagement percentile ${reel.engagement_rate_percentile.toFixed(1)}`,
    `${counted(reel.views, "view")}${reel.is_simulated ? ", simulated" : ""}`,
  ];
  return `${name.join(", ")}: ${numbers.join(", ")}`;
}

export function titleOf({ title }: ReelPoint): string {
  return title?.trim() || "Reel without a title";
}

function viewsRange(marks: readonly ReelMark[]): string {
  const sorted = marks.map(({ reel }) => BigInt(reel.views)).sort((a, b) => (a < b ? -1 : 1));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || least === most) return "";
  return `, ${compactCount(least)} – ${compactCount(most)}, logarithmic`;
}
