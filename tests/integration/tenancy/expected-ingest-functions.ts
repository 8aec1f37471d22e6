import { type Call, serviceOnly } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
/** The first is queued, the others have ended. */
const queued = ({ home }: Tenants) => `'${home.ingestRunIds[0]}'`;
const ended = ({ home }: Tenants) => `'${home.ingestRunIds[1]}'`;

const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];
const ADMINS_CHANGE: Row = [no, "PT404", "PT404", "PT403", "PT403", 1, 1];
const ONE: Row = [no, 0, 0, 1, 1, 1, 1];
const settings = JSON.stringify({ actor: "a~b", input: {}, max_items: 5, is_scheduled: false });

const one = (call: (all: Tenants) => string): Call => ({
  call: (all) => `select count(*) as rows from public.${call(all)} as told where told is not null`,
  rows: ONE,
});

/** Functions about bringing reels in. */
export const EXPECTED_INGEST_FUNCTIONS: Record<string, Call> = {
  "cancel_ingest(uuid)": {
    call: (all) => `select public.cancel_ingest(${queued(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "ingest_run(uuid)": one((all) => `ingest_run(${ended(all)})`),
  "ingest_settings_of(uuid)": one((all) => `ingest_settings_of(${workspace(all)})`),
  "ingest_status(uuid)": one((all) => `ingest_status(${workspace(all)})`),
  "list_ingest_runs(uuid, integer, integer)": {
    call: (all) => `select (public.list_ingest_runs(${workspace(all)}) ->> 'total')::int as rows`,
    rows: [no, 0, 0, 3, 3, 3, 3],
  },
  "list_quarantine(uuid, integer, integer)": {
    call: (all) => `select (public.list_quarantine(${ended(all)}) ->> 'total')::int as rows`,
    rows: ONE,
  },
  "replay_ingest(uuid)": {
    call: (all) => `select public.replay_ingest(${ended(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "request_ingest(uuid, boolean)": {
    call: (all) => `select public.request_ingest(${workspace(all)}, true)`,
    rows: MEMBERS_CHANGE,
  },
  "save_ingest_settings(uuid, jsonb)": {
    call: (all) => `select public.save_ingest_settings(${workspace(all)}, '${settings}')`,
    rows: ADMINS_CHANGE,
  },
  "set_ingest_token(uuid, jsonb)": {
    call: (all) => `select public.set_ingest_token(${workspace(all)}, null)`,
    rows: ADMINS_CHANGE,
  },
  ...Object.fromEntries([
    serviceOnly("claim_ingest", "jsonb, jsonb, integer"),
    serviceOnly("hint_ingest", "uuid, text"),
    serviceOnly("ingest_hash", "uuid"),
    serviceOnly("ingest_tokens_to_reseal", "text, integer, uuid"),
    serviceOnly("plan_ingest", "boolean"),
    serviceOnly("rebuild_ingest", "uuid, uuid"),
    serviceOnly("reseal_ingest_token", "uuid, integer, jsonb"),
    serviceOnly("settle_ingest", "jsonb"),
    serviceOnly("settle_ingest_page", "jsonb"),
    serviceOnly("take_ingest_token", "uuid"),
  ]),
};
