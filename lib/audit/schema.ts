import { z } from "zod";

export const AUDIT_ACTIONS = {
  member_added: "Person added",
  member_removed: "Person removed",
  member_left: "Person left",
  role_changed: "Role changed",
  ownership_transferred: "Ownership handed over",
  invitation_made: "Invitation made",
  invitation_revoked: "Invitation taken back",
  invitation_accepted: "Invitation used",
  workspace_changed: "Workspace changed",
  account_connected: "Account connected",
  account_reconnected: "Account reconnected",
  account_enabled: "Account switched on",
  account_disabled: "Account switched off",
  account_disconnected: "Account disconnected",
  account_removed: "Account removed",
  token_refused: "Sign-in of an account refused",
  ingest_changed: "Ingest changed",
  ingest_token_set: "Apify token set",
  ingest_token_removed: "Apify token removed",
  job_started: "Job started",
  job_cancelled: "Job cancelled",
  job_deleted: "Job deleted",
  schedule_deleted: "Schedule deleted",
  campaign_deleted: "Campaign deleted",
  alert_made: "Alert made",
  alert_changed: "Alert changed",
  alert_deleted: "Alert deleted",
  webhook_set: "Webhook set",
  webhook_removed: "Webhook removed",
  export: "Export",
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

const DAY = "expected a day like 2026-11-18";
// Beyond these a day after has no year of four digits.
const day = z.iso.date(DAY).refine((text) => text > "1900" && text < "2200", DAY);
const entryId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const filter = {
  // safe because Object.keys of a constant object are its keys
  action: z.enum(Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]]).optional(),
  /** Who did it: their id, or the product itself. */
  actor: z
    .union([z.uuid(), z.literal("system")], "expected the id of a person, or system")
    .optional(),
  from: day.optional(),
  until: day.optional(),
  q: z.string().trim().max(200, "expected at most 200 characters").optional(),
};

export const auditFilter = z.object(filter);
export type AuditFilter = z.output<typeof auditFilter>;

/** A page of the log: the entries before an id, newest first. */
export const auditPage = z.object({ ...filter, before: entryId.optional() });
export const auditQuery = z.object({
  ...filter,
  before: entryId.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
});
