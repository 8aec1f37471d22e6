import { EXPECTED_ADMINISTRATION_FUNCTIONS } from "./expected-administration-functions.ts";
import { EXPECTED_ALERT_FUNCTIONS } from "./expected-alert-functions.ts";
import { EXPECTED_CAMPAIGN_FUNCTIONS } from "./expected-campaign-functions.ts";
import { EXPECTED_CONVERSATION_FUNCTIONS } from "./expected-conversation-functions.ts";
import { EXPECTED_DASHBOARD_FUNCTIONS } from "./expected-dashboard-functions.ts";
import { EXPECTED_FOLLOWER_FUNCTIONS } from "./expected-follower-functions.ts";
import { EXPECTED_HASHTAG_FUNCTIONS } from "./expected-hashtag-functions.ts";
import { EXPECTED_INGEST_FUNCTIONS } from "./expected-ingest-functions.ts";
import { EXPECTED_POST_FUNCTIONS } from "./expected-post-functions.ts";
import { EXPECTED_READING_FUNCTIONS } from "./expected-reading-functions.ts";
import { type Call, EXPECTED_REFRESH_FUNCTIONS } from "./expected-refresh-functions.ts";
import { EXPECTED_REPORT_FUNCTIONS } from "./expected-report-functions.ts";
import { EXPECTED_SAMPLE_FUNCTIONS } from "./expected-sample-functions.ts";
import { EXPECTED_SHELL_FUNCTIONS } from "./expected-shell-functions.ts";
import { NOBODY, type Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
/** A change that members and above may make. Viewers are told so; for strangers there is no such thing. */
const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];
const MEMBERS_READ: Row = [no, 0, 0, 3, 3, 3, 3];
const ONE_JOB: Row = [no, 0, 0, 1, 1, 1, 1];

const text = (value: unknown) => `'${JSON.stringify(value)}'`;
const queued = ({ home }: Tenants) => `'${home.jobIds[0]}'`;
const ended = ({ home }: Tenants) => `'${home.jobIds[1]}'`;
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;

/** Each function of the exposed schema, called on the home workspace; `rows` is what it did or found. */
export const EXPECTED_FUNCTIONS: Record<string, Call> = {
  ...EXPECTED_READING_FUNCTIONS,
  ...EXPECTED_REFRESH_FUNCTIONS,
  ...EXPECTED_POST_FUNCTIONS,
  ...EXPECTED_INGEST_FUNCTIONS,
  ...EXPECTED_CONVERSATION_FUNCTIONS,
  ...EXPECTED_REPORT_FUNCTIONS,
  ...EXPECTED_CAMPAIGN_FUNCTIONS,
  ...EXPECTED_DASHBOARD_FUNCTIONS,
  ...EXPECTED_FOLLOWER_FUNCTIONS,
  ...EXPECTED_HASHTAG_FUNCTIONS,
  ...EXPECTED_SAMPLE_FUNCTIONS,
  ...EXPECTED_ADMINISTRATION_FUNCTIONS,
  ...EXPECTED_SHELL_FUNCTIONS,
  ...EXPECTED_ALERT_FUNCTIONS,
  "add_member(uuid, text, workspace_role)": {
    call: (all) =>
      `select public.add_member(${workspace(all)}, '${all.people.outsider.email}', 'viewer')`,
    rows: [no, "PT404", "PT404", "PT403", "PT403", 1, 1],
  },
  "cancel_job(uuid)": {
    call: (all) => `select public.cancel_job(${queued(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "claim_rows(jsonb, integer)": { call: () => "select public.claim_rows('[]', 60)", rows: NOBODY },
  "count_job_results(uuid, text, platform, text, text)": {
    call: (all) => `select public.count_job_results(${ended(all)}) as rows`,
    rows: ONE_JOB,
  },
  "create_job(jsonb)": {
    call: (all) => `select public.create_job(${text(upload(all))})`,
    rows: MEMBERS_CHANGE,
  },
  "create_workspace(text)": {
    call: () => "select public.create_workspace('Another')",
    rows: [no, 1, 1, 1, 1, 1, 1],
  },
  "delete_job(uuid)": {
    call: (all) => `select public.delete_job(${queued(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "export_job_results(uuid, text, platform, text, text, text, boolean, integer, integer, integer, integer)":
    {
      call: (all) =>
        `select json_array_length(public.export_job_results(${ended(all)})::json) as rows`,
      rows: ONE_JOB,
    },
  "find_job_results(uuid, text, platform, text, text, text, boolean, integer, integer, integer, integer)":
    {
      call: (all) => `select * from public.find_job_results(${ended(all)})`,
      rows: ONE_JOB,
    },
  "job_progress(uuid)": {
    call: (all) =>
      `select count(*) as rows from public.job_progress(${ended(all)}) as job where job is not null`,
    rows: ONE_JOB,
  },
  "list_job_results(uuid, text, platform, text, text, text, boolean, integer, integer)": {
    call: (all) =>
      `select jsonb_array_length(public.list_job_results(${ended(all)})::jsonb) as rows`,
    rows: ONE_JOB,
  },
  "list_jobs(uuid, text, job_status, integer, integer, boolean)": {
    call: (all) => `select (public.list_jobs(${workspace(all)}) ->> 'total')::int as rows`,
    rows: MEMBERS_READ,
  },
  "maintain()": { call: () => "select public.maintain()", rows: NOBODY },
  "my_scope(uuid)": {
    call: (all) => `select * from public.my_scope(${workspace(all)})`,
    rows: ONE_JOB,
  },
  "rerun_job(uuid)": {
    call: (all) => `select public.rerun_job(${ended(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "retry_job(uuid, integer[])": {
    call: (all) => `select public.retry_job(${ended(all)}) as rows`,
    rows: MEMBERS_CHANGE,
  },
  "run_job(uuid)": {
    call: (all) => `select public.run_job(${queued(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "settle_owned_rows(jsonb)": { call: () => "select public.settle_owned_rows('{}')", rows: NOBODY },
  "settle_rows(jsonb)": { call: () => "select public.settle_rows('{}')", rows: NOBODY },
};

/** The smallest upload that create_job takes. */
export function upload({ home }: Pick<Tenants, "home">) {
  const url = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
  const link = { row_number: 1, platform: "youtube", url, uploaded_url: url, extra: [] };
  return {
    workspace_id: home.workspaceId,
    source_filename: "links.csv",
    source_kind: "csv",
    upload_columns: ["url"],
    extra_columns: [],
    rows: [link],
    rejected: [],
  };
}
