import type { Call } from "./expected-refresh-functions.ts";
import type { Tenants } from "./tenants.ts";

const days = "current_date - 6, current_date";

/** One answer about the home workspace, null for strangers. */
const report = (call: (workspace: string) => string): Call => ({
  call: ({ home }: Tenants) =>
    `select count(*) as rows from public.${call(`'${home.workspaceId}'`)} as told where told is not null`,
  rows: ["refused", 0, 0, 1, 1, 1, 1],
});

/** Functions behind the reports page. */
export const EXPECTED_REPORT_FUNCTIONS: Record<string, Call> = {
  "best_times(uuid, text, date, date, platform)": report(
    (workspace) => `best_times(${workspace}, 'views', ${days})`,
  ),
  "report_periods(uuid, date, date, platform)": report(
    (workspace) => `report_periods(${workspace}, ${days})`,
  ),
  "top_posts(uuid, text, integer, date, date, platform)": report(
    (workspace) => `top_posts(${workspace})`,
  ),
};

/** What signed-in people may run for reports. */
export const REPORT_FUNCTIONS = [
  "best_times(uuid, text, date, date, platform)",
  "report_periods(uuid, date, date, platform)",
  "top_posts(uuid, text, integer, date, date, platform)",
  // Not exposed: what the functions above call.
  "private.best_scored(uuid, timestamp with time zone, timestamp with time zone, platform, integer)",
  "private.engagement_gain(uuid, date, date, platform)",
  "private.enough_to_name()",
  "private.fewest_in_cell()",
  "private.period_gain(uuid, text, date, date, platform)",
  "private.period_row(text, numeric, numeric, numeric, text, integer, jsonb)",
  "private.report_period(uuid, date, date)",
  "private.rounded_for(text, double precision)",
  "private.sign_chance(integer, integer)",
  "private.why_not_compared(numeric, numeric, integer, integer, integer, boolean)",
  "private.why_not_counted(date, date, date)",
  "private.observed_since(uuid)",
];
