import type postgres from "postgres";
import type { Access, Platform } from "../../lib/platforms/connected.ts";

/** Keeps how many followed an account at a moment, as its platform's own client tells it. */
export async function seedFollowers(
  sql: postgres.Sql,
  { workspaceId, accountId }: { workspaceId: string; accountId: string },
  platform: Platform,
  access: Access,
  at: Date,
) {
  const result = await platform.readFollowers(access);
  if (result.kind !== "done") throw new Error(`The demo's history: ${result.detail}`);
  if (result.value.kind === "missing") return;
  const { followers, isRounded, source, payload } = result.value;
  await sql`
    with raw as (
      insert into raw_events (workspace_id, source, run_ref, external_id, received_at, is_simulated, payload, payload_hash)
      values (${workspaceId}, ${source}, ${`demo:followers:${at.toISOString()}`}, ${access.accountExternalId}, ${at}, true,
        ${payload}::text::json, sha256(convert_to(${payload}, 'UTF8')))
      on conflict do nothing returning id
    )
    insert into follower_counts (
      workspace_id, account_id, measured_at, followers, is_rounded, source, raw_event_id, is_simulated)
    values (${workspaceId}, ${accountId}, ${at}, ${followers}, ${isRounded}, ${source}, (select id from raw), true)
    on conflict do nothing`;
}
