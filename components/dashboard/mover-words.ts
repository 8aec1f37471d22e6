import type { Movers } from "@/lib/dashboard/movers";
import { counted, exactCount } from "@/lib/format/count";
import { calendarDay, moment } from "@/lib/format/time";
import { BREAKOUT_SCORE } from "@/lib/reels/words";

const FEW = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const WINDOWS = { "7d": "7 days", "30d": "30 days", "90d": "90 days" };
type Clock = { zone: string; now: Date };

/** How many broke out, as a finding, in days of its own. */
export function moversTitle(found: Movers): string {
  if (found.of === "posts") return "Most seen posts";
  const { breakouts, ranked } = found.summary;
  const many = FEW[breakouts] ?? exactCount(breakouts);
  return `${many} of ${counted(ranked, "short video")} of ${WINDOWS[found.window]} broke out`;
}

/** What was ranked, when, and how. */
export function moversLine(found: Movers, clock: Clock): string {
  if (found.of === "posts") {
    return `Of ${counted(found.total, "post")} published in these days, by their newest views`;
  }
  return `The highest scores of the ${WINDOWS[found.window]} up to ${untilText(found, clock)}, as scores rank 7, 30 or 90 days; a breakout has ${BREAKOUT_SCORE} or more`;
}

/** Why posts stand where ranked short videos would. */
export function whyNotRanked(found: Movers, clock: Clock): string {
  return `Too few short videos were measured by ${untilText(found, clock)} to rank them: these are the most seen posts.`;
}

function untilText({ until }: Movers, { zone, now }: Clock) {
  return "now" in until
    ? moment(until.now, zone, now)
    : `the end of ${calendarDay(`${until.day}T12:00:00Z`, "UTC")}`;
}
