import { z } from "zod";
import { INCIDENT_KINDS } from "@/lib/alerts/conditions";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { baseline } from "@/lib/reels/reel";

const text = z.string().nullish();
const number = z.number().nullish();

/** What else the sentence needs. Which of it is there depends on the kind. */
const detail = z.looseObject({
  condition: z.record(z.string(), z.unknown()).optional(),
  problem: text,
  problem_detail: text,
  reconnect_by: text,
  why: z.enum(["failing", "stale"]).optional(),
  runs: number,
  hours: number,
  views: number,
  n: number,
  outlier_factor: number,
  baseline: baseline.nullish(),
  window_days: number,
  accounts: number,
});

/** One time that a rule came true for one subject: one message. */
export const incident = z.object({
  id: z.uuid(),
  /** Null: the rule was deleted since, or there was none. */
  rule_id: z.uuid().nullable(),
  rule_name: z.string(),
  kind: z.enum(INCIDENT_KINDS),
  subject: z.string(),
  subject_name: z.string(),
  platform: z.enum(PLATFORM_IDS).nullable(),
  post_id: z.number().nullable(),
  account_id: z.uuid().nullable(),
  value: z.string().nullable(),
  /** The period before, or the value that was asked for. */
  before: z.string().nullable(),
  measured_at: z.string().nullable(),
  source: z.string().nullable(),
  source_name: z.string().nullable(),
  detail,
  is_simulated: z.boolean(),
  is_test: z.boolean(),
  opened_at: z.string(),
  closed_at: z.string().nullable(),
});
export type Incident = z.output<typeof incident>;

export const inboxItem = incident.extend({ is_read: z.boolean() });
export type InboxItem = z.output<typeof inboxItem>;

export type IncidentWords = {
  /** What happened. */
  title: string;
  /** Why, or what was counted. */
  what: string;
  /** What to do. */
  next: string;
  /** Where, in this product. */
  href: string;
};
