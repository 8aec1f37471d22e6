import type { Call } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const post = ({ home }: Tenants) => `${home.postIds[0]}`;
const posts = ({ home }: Tenants) => `array[${home.postIds}]::bigint[]`;
const schedule = ({ home }: Tenants) => `'${home.scheduleIds[0]}'`;
const days = "current_date - 6, current_date";

const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];
const MEMBERS_READ: Row = [no, 0, 0, 3, 3, 3, 3];
const ONE: Row = [no, 0, 0, 1, 1, 1, 1];

/** One JSON value about the home workspace, null for strangers. */
const one = (call: (all: Tenants) => string): Call => ({
  call: (all) => `select count(*) as rows from public.${call(all)} as told where told is not null`,
  rows: ONE,
});
/** The number of rows that an expression says. */
const three = (count: (all: Tenants) => string): Call => ({
  call: (all) => `select ${count(all)} as rows`,
  rows: MEMBERS_READ,
});

/** A cohort of the home workspace: for strangers there is no such workspace. */
const reels = (name: string): Call => ({
  call: (all) => `select public.${name}(${workspace(all)})`,
  rows: [no, "PT404", "PT404", 1, 1, 1, 1],
});

/** Functions about posts, their history, and schedules. */
export const EXPECTED_POST_FUNCTIONS: Record<string, Call> = {
  "count_posts(uuid, jsonb)": three((all) => `public.count_posts(${workspace(all)})`),
  "create_schedule(uuid, text, jsonb)": {
    call: (all) => `select public.create_schedule(${workspace(all)}, 'Another', '[]')`,
    rows: MEMBERS_CHANGE,
  },
  "delete_schedule(uuid)": {
    call: (all) => `select public.delete_schedule(${schedule(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "export_posts(uuid, bigint[])": three(
    (all) => `json_array_length(public.export_posts(${workspace(all)}, ${posts(all)})::json)`,
  ),
  "find_posts(uuid, jsonb, text, boolean, integer, integer)": {
    call: (all) => `select * from public.find_posts(${workspace(all)})`,
    rows: MEMBERS_READ,
  },
  "list_posts(uuid, jsonb, text, boolean, integer, integer)": three(
    (all) => `json_array_length(public.list_posts(${workspace(all)}))`,
  ),
  "list_schedules(uuid, uuid, integer, integer)": three(
    (all) => `(public.list_schedules(${workspace(all)}) ->> 'total')::int`,
  ),
  "metric_trend(uuid, text, date, date, uuid, platform)": one(
    (all) => `metric_trend(${workspace(all)}, 'views', ${days})`,
  ),
  "post_age_curve(bigint)": one((all) => `post_age_curve(${post(all)})`),
  "post_detail(bigint)": one((all) => `post_detail(${post(all)})`),
  "post_filters(uuid)": three(
    (all) => `jsonb_array_length(public.post_filters(${workspace(all)}) -> 'accounts')`,
  ),
  "post_gains(uuid, bigint[], text, integer)": three(
    (all) => `jsonb_array_length(public.post_gains(${workspace(all)}, ${posts(all)}, 'views'))`,
  ),
  "post_ids(uuid, jsonb, text, boolean, integer, integer)": three(
    (all) => `cardinality(public.post_ids(${workspace(all)}))`,
  ),
  "post_series(bigint, text, text, timestamp with time zone)": one(
    (all) => `post_series(${post(all)}, 'views', 'youtube_data')`,
  ),
  "reel_choices(uuid, integer, timestamp with time zone)": reels("reel_choices"),
  "reel_performance(uuid, integer, timestamp with time zone, jsonb, text, boolean, integer, integer, integer)":
    reels("reel_performance"),
  "reel_points(uuid, integer, timestamp with time zone, jsonb, integer)": reels("reel_points"),
  "raw_event(bigint)": one((all) => `raw_event(${all.home.rawEventIds[0]})`),
  "schedule_snapshots(uuid, platform, integer, timestamp with time zone)": {
    call: (all) => `select jsonb_array_length(public.schedule_snapshots(${schedule(all)})) as rows`,
    rows: ONE,
  },
};
