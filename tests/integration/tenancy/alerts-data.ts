import type { Supabase } from "../../support/supabase.ts";

/** Rules instead of those that come with a workspace; a message, read by the owner, a webhook and a delivery of each. */
export async function fillAlerts(
  { sql }: Supabase,
  workspaceId: string,
  { rows, marker }: { rows: number; marker: string },
) {
  await sql("delete from public.alert_rules where workspace_id = $1", [workspaceId]);
  await sql("insert into private.alert_calls (workspace_id) values ($1)", [workspaceId]);
  await sql(
    `with owner as (
       select user_id from public.workspace_members where workspace_id = $1 and role = 'owner' limit 1
     ), rule as (
       insert into public.alert_rules (workspace_id, kind, name, condition)
       select $1, 'token', $2, '{"days_ahead": 3}' from generate_series(1, $3::int) returning id
     ), incident as (
       insert into public.alert_incidents (workspace_id, rule_id, rule_name, kind, subject, subject_name)
       select $1, id, $2, 'token', $2, $2 from rule returning id
     ), seen as (
       insert into public.alert_reads (workspace_id, user_id, incident_id) select $1, user_id, id from incident, owner
     ), wish as (
       insert into public.alert_preferences (workspace_id, user_id, by_email) select $1, user_id, true from owner
     ), hook as (
       insert into public.webhooks (workspace_id, url, secret_hint)
       select $1, 'https://example.test/' || $2, 'hint' from generate_series(1, $3::int) returning id
     ), secret as (
       insert into private.webhook_secrets (webhook_id, workspace_id, ciphertext, key_id) select id, $1, $2, 'test' from hook
     )
     insert into public.alert_deliveries (workspace_id, incident_id, channel, webhook_id, recipient)
     select $1, incident.id, 'webhook', hook.id, $2
     from (select id, row_number() over () as n from incident) as incident
     join (select id, row_number() over () as n from hook) as hook using (n)`,
    [workspaceId, marker, rows],
  );
}

/** Another rule or webhook of the workspace. Returns its id. */
export async function addAlert({ sql }: Supabase, workspaceId: string, what: "rule" | "webhook") {
  const [made] = await sql<{ id: string }>(
    what === "rule"
      ? `insert into public.alert_rules (workspace_id, kind, name, condition)
         values ($1, 'token', 'Another', '{"days_ahead": 3}') returning id`
      : `insert into public.webhooks (workspace_id, url, secret_hint)
         values ($1, 'https://example.test/another', 'hint') returning id`,
    [workspaceId],
  );
  if (!made) throw new Error(`No ${what} was made.`);
  return made.id;
}
