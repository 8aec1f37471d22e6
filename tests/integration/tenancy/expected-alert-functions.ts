import { type Call, serviceOnly } from "./expected-refresh-functions.ts";
import type { Row } from "./expected-tables.ts";
import type { Tenants } from "./tenants.ts";

const no = "refused";
const workspace = ({ home }: Tenants) => `'${home.workspaceId}'`;
/** What the caller sees of a table of the home workspace; null for who sees nothing. */
const any = (table: string) => (all: Tenants) =>
  `(select id from public.${table} where workspace_id = ${workspace(all)} order by id limit 1)`;
const [rule, incident, hook] = [any("alert_rules"), any("alert_incidents"), any("webhooks")];

const MEMBERS_CHANGE: Row = [no, "PT404", "PT404", "PT403", 1, 1, 1];
const ADMINS_CHANGE: Row = [no, "PT404", "PT404", "PT403", "PT403", 1, 1];
/** Everybody in the workspace, for themselves. */
const OWN: Row = [no, "PT404", "PT404", 1, 1, 1, 1];
const ALL: Row = [no, 0, 0, 3, 3, 3, 3];
const ONE: Row = [no, 0, 0, 1, 1, 1, 1];

const NEW_RULE = JSON.stringify({ kind: "token", name: "Another", condition: { days_ahead: 1 } });
const NEW_HOOK = JSON.stringify({
  url: "https://example.test/new",
  secret: { ciphertext: "sealed", key_id: "test", hint: "abcd" },
});

/** Functions about alerts, inbox and webhooks. */
export const EXPECTED_ALERT_FUNCTIONS: Record<string, Call> = {
  "alert_channels(uuid)": {
    call: (all) =>
      `select count(*) as rows from public.alert_channels(${workspace(all)}) as told where told is not null`,
    rows: ONE,
  },
  "count_unread(uuid)": {
    call: (all) => `select public.count_unread(${workspace(all)}) as rows`,
    // The owner has read them.
    rows: [no, 0, 0, 3, 3, 3, 0],
  },
  "delete_alert_rule(uuid, uuid)": {
    call: (all) => `select public.delete_alert_rule(${workspace(all)}, ${rule(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "deliveries_of(uuid)": {
    call: (all) => `select jsonb_array_length(public.deliveries_of(${incident(all)})) as rows`,
    rows: ONE,
  },
  "list_alert_rules(uuid)": {
    call: (all) => `select jsonb_array_length(public.list_alert_rules(${workspace(all)})) as rows`,
    rows: ALL,
  },
  "list_inbox(uuid, jsonb, integer, integer)": {
    call: (all) => `select (public.list_inbox(${workspace(all)}) ->> 'total')::int as rows`,
    rows: ALL,
  },
  "list_incidents(uuid, jsonb, integer, integer)": {
    call: (all) => `select (public.list_incidents(${workspace(all)}) ->> 'total')::int as rows`,
    rows: ALL,
  },
  "mark_read(uuid, uuid[], boolean)": {
    call: (all) => `select public.mark_read(${workspace(all)})`,
    rows: OWN,
  },
  "remove_webhook(uuid, uuid)": {
    call: (all) => `select public.remove_webhook(${workspace(all)}, ${hook(all)})`,
    rows: ADMINS_CHANGE,
  },
  "save_alert_rule(uuid, uuid, jsonb)": {
    call: (all) => `select public.save_alert_rule(${workspace(all)}, null, '${NEW_RULE}')`,
    rows: MEMBERS_CHANGE,
  },
  "set_webhook(uuid, uuid, jsonb)": {
    call: (all) => `select public.set_webhook(${workspace(all)}, gen_random_uuid(), '${NEW_HOOK}')`,
    rows: ADMINS_CHANGE,
  },
  "test_alert_rule(uuid, uuid)": {
    call: (all) => `select public.test_alert_rule(${workspace(all)}, ${rule(all)})`,
    rows: MEMBERS_CHANGE,
  },
  "want_alert_emails(uuid, boolean)": {
    call: (all) => `select public.want_alert_emails(${workspace(all)}, false)`,
    rows: OWN,
  },
  ...Object.fromEntries([
    serviceOnly("claim_delivery", "integer"),
    serviceOnly("evaluate_alerts", "uuid"),
    serviceOnly("evaluate_due_alerts", "integer"),
    serviceOnly("reseal_webhook_secret", "uuid, uuid, integer, jsonb"),
    serviceOnly("settle_delivery", "jsonb"),
    serviceOnly("webhook_secrets_to_reseal", "text, integer, uuid"),
  ]),
};

/** What signed-in people may read and call. */
export const ALERT_TABLES = [
  "alert_deliveries",
  "alert_incidents",
  "alert_preferences",
  "alert_reads",
  "alert_rules",
  "webhooks",
];
export const ALERT_FUNCTIONS = [
  "alert_channels(uuid)",
  "count_unread(uuid)",
  "delete_alert_rule(uuid, uuid)",
  "deliveries_of(uuid)",
  "list_alert_rules(uuid)",
  "list_inbox(uuid, jsonb, integer, integer)",
  "list_incidents(uuid, jsonb, integer, integer)",
  "mark_read(uuid, uuid[], boolean)",
  "remove_webhook(uuid, uuid)",
  "save_alert_rule(uuid, uuid, jsonb)",
  "set_webhook(uuid, uuid, jsonb)",
  "test_alert_rule(uuid, uuid)",
  "want_alert_emails(uuid, boolean)",
  "private.delete_alert_rule(uuid, uuid)",
  "private.delivery_row(alert_deliveries)",
  "private.incident_row(alert_incidents)",
  "private.mark_read(uuid, uuid[], boolean)",
  "private.remove_webhook(uuid, uuid)",
  "private.save_alert_rule(uuid, uuid, jsonb)",
  "private.set_webhook(uuid, uuid, jsonb)",
  "private.test_alert_rule(uuid, uuid)",
  "private.unread_incidents(uuid)",
  "private.want_alert_emails(uuid, boolean)",
];
