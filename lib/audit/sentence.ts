import { fieldChanges } from "@/lib/audit/field-changes";
import type { AuditEntry } from "@/lib/audit/queries";
import type { AuditAction } from "@/lib/audit/schema";
import { counted } from "@/lib/format/count";

type Told = Pick<AuditEntry, "action" | "subject" | "subject_name" | "detail">;
type Words = (what: string, detail: Record<string, unknown>) => string;

const text = (value: unknown) => (typeof value === "string" ? value : "");

const PLATFORM_NAMES: Record<string, string> = {
  youtube: "YouTube",
  tiktok: "TikTok",
  instagram: "Instagram",
  facebook: "Facebook",
  linkedin: "LinkedIn",
};
const account = (what: string, { platform }: Record<string, unknown>) =>
  `the ${PLATFORM_NAMES[text(platform)] ?? "connected"} account ${what}`;

/** How a file is ordered says nothing of what is in it. */
const ORDER = ["sort", "order", "dir", "descending", "metric", "min_cohort"];

function exported(what: string, { format, filter }: Record<string, unknown>) {
  const narrowed = Object.entries(Object(filter))
    .filter(([name, value]) => !ORDER.includes(name) && typeof value !== "object")
    .map(([name, value]) => `${name.replaceAll("_", " ")}: ${value}`)
    .join(", ");
  return `exported ${what} as ${text(format).toUpperCase()}${narrowed && `, only ${narrowed}`}`;
}

function job(verb: string, what: string, { rows, again }: Record<string, unknown>) {
  const size = typeof rows === "number" ? ` with ${counted(rows, "row")}` : "";
  return `${verb} the job ${quoted(what)}${size}${again === true ? " again" : ""}`;
}

const quoted = (name: string) => (name ? `“${name}”` : "without a name");

const SENTENCES: Record<AuditAction, Words> = {
  member_added: (who, { role }) => `added ${who} as ${text(role)}`,
  member_removed: (who, { role }) => `removed ${who}, who was ${text(role)}`,
  member_left: (_, { role }) => `left the workspace, having been ${text(role)}`,
  role_changed: (who, detail) => `changed what ${who} may do: ${fieldChanges(detail)}`,
  ownership_transferred: (who) => `handed the workspace over to ${who}`,
  invitation_made: (who, { role, days }) =>
    `made an invitation for ${who || "whoever holds its link"} as ${text(role)}, good for ${counted(Number(days), "day")}`,
  invitation_revoked: (who) => `took back the invitation for ${who || "whoever held its link"}`,
  invitation_accepted: (_, { role }) => `accepted an invitation and came in as ${text(role)}`,
  workspace_changed: (_, detail) => `changed the workspace: ${fieldChanges(detail)}`,
  account_connected: (what, detail) => `connected ${account(what, detail)}`,
  account_reconnected: (what, detail) => `reconnected ${account(what, detail)}`,
  account_enabled: (what, detail) => `switched on ${account(what, detail)}`,
  account_disabled: (what, detail) => `switched off ${account(what, detail)}`,
  account_disconnected: (what, detail) => `disconnected ${account(what, detail)}`,
  account_removed: (what, detail) => `removed ${account(what, detail)} with its history`,
  token_refused: (what, detail) => `found that ${account(what, detail)} has to be reconnected`,
  ingest_changed: (_, detail) => `changed ingest: ${fieldChanges(detail)}`,
  ingest_token_set: () => "set the Apify token of ingest",
  ingest_token_removed: () => "removed the Apify token of ingest",
  job_started: (what, detail) => job("started", what, detail),
  job_cancelled: (what, { rows }) => job("cancelled", what, { rows }),
  job_deleted: (what, detail) => job("deleted", what, detail),
  schedule_deleted: (what) => `deleted the schedule ${quoted(what)}`,
  campaign_deleted: (what) => `deleted the campaign ${quoted(what)}`,
  alert_made: (what) => `made the alert rule ${quoted(what)}`,
  alert_changed: (what, detail) =>
    `changed the alert rule ${quoted(what)}: ${fieldChanges(detail)}`,
  alert_deleted: (what) => `deleted the alert rule ${quoted(what)}`,
  webhook_set: (what, { is_new, secret }) =>
    `${is_new === true ? "made" : "changed"} the webhook to ${what}${secret ? " and renewed its secret" : ""}`,
  webhook_removed: (what) => `removed the webhook to ${what}`,
  export: (what, detail) => exported(what, detail),
};

/** What an entry says, after the name of who did it: "removed Bo, who was viewer". */
export function auditSentence({ action, subject, subject_name, detail }: Told): string {
  return SENTENCES[action](subject_name ?? subject ?? "", detail);
}

/** Who did it, by the name they have now, else by their e-mail of then. */
export function actorName({
  actor_name,
  actor_email,
}: Pick<AuditEntry, "actor_name" | "actor_email">) {
  return actor_name ?? actor_email ?? "The product itself";
}
