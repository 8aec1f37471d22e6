import type { Row } from "@/lib/exports/column";
import type { Report } from "@/lib/reports/read-report";
import type { ReportTable } from "@/lib/reports/tables";
import type { Scope } from "@/lib/supabase/server";
import { RATE_BASES } from "@/lib/workspaces/rate-basis";

/** The first sheet of a whole report: of what it is, as of when, and what its numbers mean. */
export function aboutTable(
  { workspaceName, timeZone }: Scope,
  { periods, people, posts, times, growing }: Report,
  platform: string | undefined,
): ReportTable {
  const { enough, fewest, fewest_compared, left_out } = times;
  const rows: Row[] = [
    ["workspace", workspaceName],
    ["from", periods.from],
    ["until", periods.until],
    ["days in", timeZone],
    ["platform", platform ?? "all"],
    ["as of", periods.as_of],
    ["compared with", `${periods.previous_from} to ${periods.previous_until}`],
    ["people ranked by", people.basis === "events" ? "imported events" : "what platforms measured"],
    ["fastest growing", `the ${growing.period_hours} hours up to ${growing.as_of}`],
    [
      "best times by",
      times.measure === "views"
        ? "views at 24 hours of age"
        : `engagement rate ${RATE_BASES[times.rate_basis].words}`,
    ],
    ["engagement rates of posts", RATE_BASES[posts.rate_basis].words],
    ["scores of short videos", "by views, whatever rates are divided by"],
    ["posts behind best times", `${times.measured} of ${times.posts}`],
    [
      "left out of best times",
      `${left_out.too_young} younger than 24 hours, ${left_out.not_measured} not measured, ${left_out.too_few_alike} with fewer than ${fewest_compared} alike`,
    ],
    ["evidence", `a median from ${fewest} posts, the best one from ${enough}`],
    ...periods.changes.map(({ day, definition, description }) => [
      `redefined on ${day}`,
      `${definition}: ${description}`,
    ]),
    ...periods.definitions.map(({ definition, description, posts, is_simulated }) => [
      `definition ${definition}${is_simulated ? " (simulated)" : ""}`,
      `${description} ${posts} posts.`,
    ]),
  ];
  const column = (key: string) => ({ key, header: key, type: "text" as const });
  return { name: "About", columns: [column("what"), column("value")], rows };
}
