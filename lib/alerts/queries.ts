import "server-only";
import { z } from "zod";
import { type IncidentKind, RULE_KINDS } from "@/lib/alerts/conditions";
import { inboxItem, incident } from "@/lib/alerts/incident";
import { askDatabase } from "@/lib/answers/ask-database";
import { AppError } from "@/lib/errors";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** How many messages the person has not read, counted up to 100: for the bell. */
export async function countUnread({ db, workspaceId }: Scope): Promise<number> {
  return askDatabase(() => db.rpc("count_unread", { workspace: workspaceId }));
}

const rule = z.object({
  id: z.uuid(),
  kind: z.enum(RULE_KINDS),
  name: z.string(),
  condition: z.record(z.string(), z.union([z.string(), z.number()])),
  platform: z.enum(PLATFORM_IDS).nullable(),
  account_id: z.uuid().nullable(),
  account_name: z.string().nullable(),
  is_on: z.boolean(),
  by_email: z.boolean(),
  by_webhook: z.boolean(),
  /** Null: it has not looked yet. */
  watched_since: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  /** Null: the product itself. */
  made_by: z.string().nullable(),
  open: z.number(),
  /** Were so before it began to watch: no message. */
  quiet: z.number(),
  last_at: z.string().nullable(),
});
export type AlertRule = z.output<typeof rule>;

export async function listRules({ db, workspaceId }: Scope): Promise<AlertRule[]> {
  const answer = await db.rpc("list_alert_rules", { workspace: workspaceId });
  return z.array(rule).parse(unwrap(answer));
}

/** Throws `not_found`. */
export async function getRule(scope: Scope, id: string): Promise<AlertRule> {
  const found = (await listRules(scope)).find((each) => each.id === id);
  if (found) return found;
  throw new AppError("not_found", "There is no such rule. It may have been deleted.");
}

const delivery = z.object({
  id: z.uuid(),
  incident_id: z.uuid(),
  channel: z.enum(["email", "webhook"]),
  recipient: z.string(),
  state: z.enum(["queued", "sending", "sent", "failed"]),
  attempts: z.number(),
  error: z.string().nullable(),
  http_status: z.number().nullable(),
  next_attempt_at: z.string().nullable(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
  rule_name: z.string(),
  subject_name: z.string(),
  is_test: z.boolean(),
});
export type Delivery = z.output<typeof delivery>;

const webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  secret_hint: z.string(),
  is_on: z.boolean(),
  failures: z.number(),
  disabled_at: z.string().nullable(),
  disabled_reason: z.string().nullable(),
  set_at: z.string(),
});
export type Webhook = z.output<typeof webhook>;

const channels = z.object({
  i_want_emails: z.boolean(),
  emails_wanted: z.number(),
  members: z.number(),
  /** Null: only admins may see them. */
  webhooks: z.array(webhook).nullable(),
  deliveries: z.array(delivery),
});
export type Channels = z.output<typeof channels>;

/** Where messages go besides the inbox, and what was sent last. */
export async function getChannels({ db, workspaceId }: Scope): Promise<Channels> {
  return channels.parse(unwrap(await db.rpc("alert_channels", { workspace: workspaceId })));
}

/** Throws `forbidden` for who may not see them. */
export function requireWebhooks({ webhooks }: Channels): Webhook[] {
  if (webhooks) return webhooks;
  throw new AppError("forbidden", "Only admins see webhooks: an address may be a secret itself.");
}

/** What became of one message on its ways. */
export async function listDeliveries({ db }: Scope, incidentId: string): Promise<Delivery[]> {
  return z.array(delivery).parse(unwrap(await db.rpc("deliveries_of", { incident: incidentId })));
}

const inbox = z.object({ total: z.number(), unread: z.number(), items: z.array(inboxItem) });
const incidents = z.object({ total: z.number(), items: z.array(incident) });

type Page = { limit: number; offset: number };
type Filter = {
  state?: string | undefined;
  kind?: IncidentKind | undefined;
  rule?: string | undefined;
};

/** The person's own messages, newest first. `unread` counts those of the kind. */
export async function listInbox({ db, workspaceId }: Scope, filter: Filter, page: Page) {
  const answer = await db.rpc("list_inbox", asked(workspaceId, filter, page));
  return inbox.parse(unwrap(answer));
}

/** The workspace's incidents, whoever read them. */
export async function listIncidents({ db, workspaceId }: Scope, filter: Filter, page: Page) {
  const answer = await db.rpc("list_incidents", asked(workspaceId, filter, page));
  return incidents.parse(unwrap(answer));
}

function asked(workspace: string, filter: Filter, { limit, offset }: Page) {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== "all");
  return { workspace, filter: Object.fromEntries(set), skip: offset, take: limit };
}
