import type { Movers } from "@/lib/dashboard/movers";
import { counted, exactCount } from "@/lib/format/count";

const FEW = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const WINDOWS = { "7d": "7 days", "30d": "30 days", "90d": "90 days" };

/** How many broke out, as a finding. */
export function moversTitle(found: Movers): string {
  if (found.of === "posts") return "Most seen posts";
  const { breakouts, ranked } = found.summary;
  if (breakouts === 0) return "No post broke out";
  const many = FEW[breakouts] ?? exactCount(breakouts);
  return `${many} of ${counted(ranked, "short video")} broke out`;
}

/** What was ranked, and how. */
export function moversLine(found: Movers): string {
  if (found.of === "posts") {
    return `Of ${counted(found.total, "post")} published in these days, by their newest views`;
  }
  return `The highest scores of ${counted(found.summary.ranked, "short video")} published in ${WINDOWS[found.window]}; breakouts score 95 or more`;
}
