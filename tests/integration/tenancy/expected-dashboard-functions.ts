import type { Call } from "./expected-refresh-functions.ts";
import type { Tenants } from "./tenants.ts";

const home = ({ home: { workspaceId } }: Tenants) => `'${workspaceId}'`;

/** One answer about the home workspace, null for strangers. */
const answer = (call: (workspace: string) => string): Call => ({
  call: (tenants) =>
    `select count(*) as rows from public.${call(home(tenants))} as told where told is not null`,
  rows: ["refused", 0, 0, 1, 1, 1, 1],
});

/** Functions behind the dashboard. */
export const EXPECTED_DASHBOARD_FUNCTIONS: Record<string, Call> = {
  "dashboard_totals(uuid, date, date, date, date)": answer(
    (workspace) => `dashboard_totals(${workspace}, current_date - 6, current_date)`,
  ),
  "first_steps(uuid)": answer((workspace) => `first_steps(${workspace})`),
  "dismiss_hint(uuid, text)": {
    call: (tenants) => `select public.dismiss_hint(${home(tenants)}, 'first_steps')`,
    rows: ["refused", "PT404", "PT404", 1, 1, 1, 1],
  },
  "needs_attention(uuid)": {
    // Two accounts to be reconnected, and an item of each of two runs in quarantine.
    call: (tenants) => `select * from public.needs_attention(${home(tenants)})`,
    rows: ["refused", 0, 0, 4, 4, 4, 4],
  },
  "source_freshness(uuid)": {
    // YouTube, Apify, links of jobs.
    call: (tenants) => `select * from public.source_freshness(${home(tenants)})`,
    rows: ["refused", 0, 0, 3, 3, 3, 3],
  },
};

/** What signed-in people may run for the dashboard. */
export const DASHBOARD_FUNCTIONS = [
  "dashboard_totals(uuid, date, date, date, date)",
  "dismiss_hint(uuid, text)",
  "first_steps(uuid)",
  "needs_attention(uuid)",
  "source_freshness(uuid)",
  // Not exposed: what the functions above call.
  "private.dismiss_hint(uuid, text)",
  "private.followers_between(uuid, text, timestamp with time zone, timestamp with time zone, date[])",
  "private.gains_between(uuid, date, date, date, date)",
  "private.gains_of_today(uuid, date, text)",
  "private.these(text, bigint, bigint)",
];
