import { type Call, serviceOnly } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const ADMINS_CHANGE: Row = [no, "PT404", "PT404", "PT403", "PT403", 1, 1];
const OWNERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", "PT403", "PT403", 1];
/** What concerns the caller alone. */
const EVERYBODY: Row = [no, 1, 1, 1, 1, 1, 1];
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
const SECRET = "'0123456789abcdef0123456789abcdef'";

/** Functions of audit log, invitations, ownership and sessions. */
export const EXPECTED_ADMINISTRATION_FUNCTIONS: Record<string, Call> = {
  "accept_invitation(text)": {
    call: () => `select public.accept_invitation(${SECRET})`,
    rows: [no, "PT404", "PT404", "PT404", "PT404", "PT404", "PT404"],
  },
  "delete_workspace(uuid, text)": {
    call: (all) =>
      `select public.delete_workspace(${workspace(all)}, (select name from public.workspaces where id = ${workspace(all)}))`,
    rows: OWNERS_CHANGE,
  },
  "end_other_sessions()": {
    call: () => "select count(public.end_other_sessions()) as rows",
    rows: EVERYBODY,
  },
  "end_session(uuid)": {
    call: () => "select public.end_session(gen_random_uuid())",
    rows: [no, "PT404", "PT404", "PT404", "PT404", "PT404", "PT404"],
  },
  "invite(uuid, workspace_role, text, integer, text)": {
    call: (all) => `select public.invite(${workspace(all)}, 'viewer', null, 7, ${SECRET})`,
    rows: ADMINS_CHANGE,
  },
  "keep_a_workspace()": {
    call: () => "select public.keep_a_workspace()",
    rows: EVERYBODY,
  },
  "list_audit(uuid, jsonb, bigint, integer)": {
    call: (all) => `select (count(*) > 0)::int as rows from public.list_audit(${workspace(all)})`,
    rows: [no, 0, 0, 0, 0, 1, 1],
  },
  "my_sessions()": {
    call: () => "select (count(*) > 0)::int as rows from public.my_sessions()",
    rows: EVERYBODY,
  },
  "name_session(text)": {
    call: () => "select public.name_session('curl/8.0')",
    rows: EVERYBODY,
  },
  // Who holds a link is a stranger, and learns nothing from a wrong one.
  "read_invitation(text)": {
    call: () => `select count(public.read_invitation(${SECRET})) as rows`,
    rows: [0, 0, 0, 0, 0, 0, 0],
  },
  "record_export(uuid, text, text, jsonb)": {
    call: (all) => `select public.record_export(${workspace(all)}, 'posts', 'csv')`,
    rows: [no, "PT404", "PT404", 1, 1, 1, 1],
  },
  "revoke_invitation(uuid)": {
    call: (all) => `select public.revoke_invitation('${all.home.invitationId}')`,
    rows: ADMINS_CHANGE,
  },
  "transfer_ownership(uuid, uuid)": {
    call: (all) => `select public.transfer_ownership(${workspace(all)}, '${all.people.viewer.id}')`,
    rows: OWNERS_CHANGE,
  },
  ...Object.fromEntries([serviceOnly("remove_workspaces", "integer")]),
};

const CALLED = Object.keys(EXPECTED_ADMINISTRATION_FUNCTIONS).filter(
  (name) => !name.startsWith("remove_workspaces"),
);
export const ADMINISTRATION_GRANTS = [
  "anon execute read_invitation(text)",
  "anon execute private.read_invitation(text)",
  ...CALLED.filter((name) => !name.startsWith("list_audit")).map(
    (name) => `authenticated execute private.${name}`,
  ),
  ...CALLED.map((name) => `authenticated execute ${name}`),
  "authenticated execute private.my_workspaces_as(workspace_role)",
  "authenticated execute private.rate_base(rate_basis, bigint, bigint, bigint, bigint)",
  "authenticated select audit_log",
  ...["accepted_at", "accepted_by", "email", "expires_at", "id", "made_at", "made_by"].map(
    (column) => `authenticated select invitations.${column}`,
  ),
  ...["revoked_at", "role", "workspace_id"].map(
    (column) => `authenticated select invitations.${column}`,
  ),
  "authenticated update profiles.name",
  "authenticated update profiles.single_keys",
  "authenticated update workspaces.rate_basis",
  "retention execute private.remove_events(uuid, integer)",
];
