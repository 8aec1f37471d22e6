import { NOBODY, type Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

export type Call = { call: (tenants: Tenants) => string; rows: Row };

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const account = ({ home }: Tenants) => `'${home.accountIds[0]}'`;
const run = ({ home }: Tenants) => `'${home.runIds[0]}'`;

/** For members and above: viewers are told so; for strangers there is no such thing. */
const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];
const MEMBERS_READ: Row = [no, 0, 0, 3, 3, 3, 3];

/** What workers alone call. What it is given does not come to matter. */
export const serviceOnly = (name: string, types: string): [string, Call] => {
  const values = types === "" ? [] : types.split(", ").map((type) => `null::${type}`);
  return [`${name}(${types})`, { call: () => `select public.${name}(${values})`, rows: NOBODY }];
};

const found = (id: string) => [
  {
    id,
    platform: "tiktok",
    kind: "tiktok_user",
    connection: "tiktok",
    external_id: "another",
    name: "Another",
    scopes: [],
    is_simulated: false,
    ciphertext: "sealed",
    key_id: "test",
  },
];

/** Functions about accounts, their tokens, measuring and its runs. */
export const EXPECTED_REFRESH_FUNCTIONS: Record<string, Call> = {
  "begin_connection(uuid, text, text, text)": {
    call: (all) => `select public.begin_connection(${workspace(all)}, 'youtube', 'state', 'v')`,
    rows: MEMBERS_CHANGE,
  },
  "cancel_refresh(uuid)": {
    call: (all) => `select public.cancel_refresh(${run(all)}) as rows`,
    rows: MEMBERS_CHANGE,
  },
  "connect_accounts(uuid, jsonb)": {
    call: (all) =>
      `select public.connect_accounts(${workspace(all)}, '${JSON.stringify(found(all.home.jobIds[0] ?? ""))}')`,
    rows: MEMBERS_CHANGE,
  },
  // With everything measured of it: for owners.
  "delete_account_history(uuid)": {
    call: (all) => `select public.delete_account_history(${account(all)})`,
    rows: [no, "PT404", "PT404", "PT403", "PT403", "PT403", 1],
  },
  // The owner connected it: a member disconnects only their own.
  "disconnect_account(uuid)": {
    call: (all) => `select public.disconnect_account(${account(all)})`,
    rows: [no, "PT404", "PT404", "PT403", "PT403", 1, 1],
  },
  "enable_account(uuid, boolean)": {
    call: (all) => `select public.enable_account(${account(all)}, false)`,
    rows: MEMBERS_CHANGE,
  },
  // Counts and times of the whole service, for who watches it.
  "health()": { call: () => "select public.health()", rows: [1, 1, 1, 1, 1, 1, 1] },
  "list_accounts(uuid)": {
    call: (all) => `select jsonb_array_length(public.list_accounts(${workspace(all)})) as rows`,
    rows: MEMBERS_READ,
  },
  "list_removals(uuid, integer)": {
    call: (all) =>
      `select coalesce(sum((r ->> 'rows')::int), 0)::int as rows from jsonb_array_elements(public.list_removals(${workspace(all)})) as r`,
    rows: [no, 0, 0, 3, 3, 3, 3],
  },
  "list_runs(uuid, text, integer, integer)": {
    call: (all) => `select (public.list_runs(${workspace(all)}) ->> 'total')::int as rows`,
    rows: MEMBERS_READ,
  },
  "request_refresh(uuid, uuid[], bigint[], boolean)": {
    call: (all) =>
      `select public.request_refresh(${workspace(all)}, array[${account(all)}]::uuid[])`,
    rows: MEMBERS_CHANGE,
  },
  "run_progress(uuid)": {
    call: (all) =>
      `select count(*) as rows from public.run_progress(${run(all)}) as run where run is not null`,
    rows: [no, 0, 0, 1, 1, 1, 1],
  },
  // Once, and for who began it alone: an admin of the workspace has no use of the owner's.
  "take_connection(text)": {
    call: ({ home }) =>
      `select count(*) as rows from public.take_connection('${home.state}') as taken where taken is not null`,
    rows: [no, 0, 0, 0, 0, 0, 1],
  },
  ...Object.fromEntries([
    serviceOnly("claim_units", "jsonb, integer, integer"),
    serviceOnly("fail_token", "uuid, uuid, integer, text, text"),
    serviceOnly("plan_refresh", "uuid"),
    serviceOnly("postpone_token", "uuid, uuid, uuid, double precision"),
    serviceOnly("refresh_summary", "timestamp with time zone, uuid"),
    serviceOnly("remove_old", "integer, integer, integer, text[]"),
    serviceOnly("reseal_token", "uuid, uuid, integer, jsonb"),
    serviceOnly("roll_up_days", "integer"),
    serviceOnly("save_token", "uuid, uuid, uuid, jsonb"),
    serviceOnly("settle_owned_rows", "jsonb"),
    serviceOnly("record_followers", "jsonb"),
    serviceOnly("settle_unit", "jsonb"),
    serviceOnly("stop_account", "uuid, uuid"),
    serviceOnly("take_token", "uuid, uuid, integer, integer"),
    serviceOnly("tokens_to_reseal", "text, integer, uuid"),
  ]),
};
