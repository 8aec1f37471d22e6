import { z } from "zod";
import { ACCOUNT_KINDS, CONNECTIONS, TOKEN_PROBLEMS } from "@/lib/platforms/connected";
import { METRICS } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";

export const ACCOUNT_STATUSES = [
  "connected",
  "needs_reconnect",
  "disabled",
  "disconnected",
] as const;

/** Forms write it as text, programs as a boolean. */
const choice = z.union([z.boolean(), z.stringbool()]);

export const accountId = z.object({
  id: z.uuid("There is no such account: expected its id (a UUID)."),
});
export const connectionChoice = z.object({ connection: z.enum(CONNECTIONS) });
export const measuringChoice = z.object({ enabled: choice });
export const disconnection = z.object({ deleteHistory: choice.default(false) });
export const historyDeletion = accountId.extend({ confirmation: z.string() });

const rejectedMetric = z.object({
  metric: z.enum(METRICS).nullable(),
  detail: z.string(),
  at: z.string(),
});

const trouble = z.object({ code: z.string().nullable(), detail: z.string().nullable() });
export type RunTrouble = z.output<typeof trouble>;

/** An account as the page and the API tell it. */
export const listedAccount = z.object({
  id: z.uuid(),
  platform: z.enum(PLATFORM_IDS),
  kind: z.enum(ACCOUNT_KINDS),
  connection: z.enum(CONNECTIONS),
  external_id: z.string(),
  handle: z.string().nullable(),
  name: z.string(),
  avatar_url: z.string().nullable(),
  url: z.string().nullable(),
  status: z.enum(ACCOUNT_STATUSES),
  problem: z.enum(TOKEN_PROBLEMS).nullable(),
  problem_detail: z.string().nullable(),
  problem_at: z.string().nullable(),
  scopes: z.array(z.string()),
  access_expires_at: z.string().nullable(),
  reconnect_by: z.string().nullable(),
  rejected_metrics: z.record(z.string(), rejectedMetric),
  connected_at: z.string(),
  connected_by: z.string().nullable(),
  is_simulated: z.boolean(),
  /** Null: there is no date by which somebody has to sign in again. */
  expires_soon: z.boolean().nullable(),
  posts_covered: z.number(),
  posts_recent: z.number(),
  posts_gone: z.number(),
  posts_failing: z.number(),
  last_run_id: z.uuid().nullable(),
  last_refresh_at: z.string().nullable(),
  last_measured: z.number().nullable(),
  last_errors: z.array(trouble),
  next_refresh_at: z.string().nullable(),
  is_refreshing: z.boolean(),
});
export type ListedAccount = z.output<typeof listedAccount>;
