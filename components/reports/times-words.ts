import { hourText, WEEKDAYS } from "@/components/charts/heat";
import { heatValue, MEASURE_NAMES } from "@/components/charts/heat-scale";
import { counted, exactCount } from "@/lib/format/count";
import { percentValue } from "@/lib/format/rate";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { Best, BestTimes } from "@/lib/reports/best-times";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

/** "Wednesday 18:00", "Wednesday", "18:00". */
export function whenText({ weekday, hour }: Pick<Best, "weekday" | "hour">) {
  const day = weekday === null ? null : WEEKDAYS[weekday - 1];
  return [day, hour === null ? null : hourText(hour)].filter(Boolean).join(" ");
}

/** The hour that is clearly best; without one, that there is none. */
export function timesFinding({ best, measure, posts, none_because }: BestTimes): string {
  if (posts === 0) return "Best weekday and hour";
  if (best) {
    return `Posts of ${whenText(best)} do best: ${MEASURE_NAMES[measure].toLowerCase()} ${heatValue(measure, best.value)}, ${aheadText(best, measure)}`;
  }
  return none_because === "too_few"
    ? "Too few posts to name a best weekday and hour"
    : "No weekday and hour is clearly ahead of the rest";
}

/** How far ahead of all other posts. */
export function aheadText({ ahead }: Best, measure: BestTimes["measure"]) {
  return measure === "views"
    ? `${ahead.toFixed(1)} above the rest`
    : `${percentValue(ahead, 2)} points above the rest`;
}

/** Why there is no best one. */
export function whyNoBest(times: BestTimes, what: "weekday and hour" | "weekday" | "hour") {
  const { enough } = times;
  const cells = { "weekday and hour": times.cells, weekday: times.weekdays, hour: times.hours };
  const most = Math.max(...cells[what].map(({ measured }) => measured));
  return most < enough
    ? `No ${what} has ${enough} measured posts: the most is ${most}.`
    : `The leading ${what} may lead by chance: it is not clearly ahead of the rest.`;
}

export function timesSub({ measure, rate_basis, time_zone, measured, posts }: BestTimes) {
  const what =
    measure === "views"
      ? "Median percentile of views at 24 h of age"
      : `Median engagement rate ${RATE_BASES[rate_basis].words}, of the latest numbers`;
  return `${what}, by weekday and hour of publishing in ${time_zone} · ${exactCount(measured)} of ${counted(posts, "post")}`;
}

/** What counts, what does not, and what it takes. */
export function timesNotes(times: BestTimes): string[] {
  const {
    measure,
    rate_basis,
    cells,
    fewest,
    left_out,
    fewest_compared,
    enough,
    untimed_posts,
    parts,
  } = times;
  const { too_young, not_measured, too_few_alike } = left_out;
  const apart = parts.filter(({ is_compared }) => !is_compared);
  const told = cells.filter(({ value }) => value !== null).length;
  const notes = [
    told === cells.length
      ? `Every hour of the week has ${fewest} measured posts or more.`
      : `${told} of ${cells.length} hours of the week have ${fewest} measured posts or more; the others say nothing.`,
    measure === "views" &&
      "Percentile 100 passed or equals all others of its platform, definition and kind of origin; only these are compared.",
    measure === "engagement_rate" &&
      `The rate is ${RATE_BASES[rate_basis].words}. A post whose likes or comments are hidden does not count.`,
    too_young > 0 && `${counted(too_young, "post")} younger than 24 h: not counted yet.`,
    not_measured > 0 &&
      (measure === "views"
        ? `${counted(not_measured, "post")} not measured around 24 h of age: not counted.`
        : `${counted(not_measured, "post")} without a rate: not counted.`),
    too_few_alike > 0 &&
      `${counted(too_few_alike, "post")} with fewer than ${fewest_compared} alike (${apart.map(({ platform, definition }) => `${PLATFORM_NAMES[platform]}, ${definition}`).join("; ")}): not ranked.`,
    untimed_posts > 0 &&
      `${counted(untimed_posts, "post")} without a time of publishing: in no period.`,
    `Named the best from ${enough} measured posts, if so many of them lie above the median of all others that chance would do it in 5 % at most, counting every hour that could have led.`,
  ];
  return notes.filter((note) => note !== false);
}
