import "server-only";
import { z } from "zod";
import { askFor } from "@/lib/answers/ask-database";
import { daysOf, todayIn } from "@/lib/dashboard/range";
import type { RangeQuery } from "@/lib/dashboard/range-query";
import { ABSENCES } from "@/lib/platforms/metric";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import type { Scope } from "@/lib/supabase/server";

const digits = z.string().nullable();
const platform = z.enum(PLATFORM_IDS);

export const WHY_NOT = [
  "not_asked",
  "not_measured",
  "not_measured_before",
  "redefined",
  "still_running",
  "measured_less_before",
  "measured_less_now",
  "no_accounts",
  "yet_to_come",
] as const;

const compared = {
  /** All of the period, up to now. */
  value: digits,
  /** What stands beside `previous`: gains in whole days alone. */
  compared: digits,
  previous: digits,
  change: z.number().nullable(),
  reason: z.enum(WHY_NOT).nullable(),
};
const gains = {
  ...compared,
  /** So many whole days were compared, and in so many something was measured. */
  days: z.number().nullable(),
  measured_days: z.number().nullable(),
};
const figures = z.tuple([
  z.object({ key: z.literal("views_gained"), ...gains }),
  z.object({ key: z.literal("engagements_gained"), ...gains, of: z.array(z.string()).nullable() }),
  z.object({ key: z.literal("posts"), ...compared }),
  z.object({
    key: z.literal("followers"),
    ...compared,
    /** Connected accounts, those that told followers, and those that did at both times. */
    accounts: z.number(),
    told: z.number(),
    both: z.number(),
    platforms: z.number(),
    /** The oldest of the accounts' newest counts. */
    measured_at: digits,
    is_simulated: z.boolean(),
  }),
]);
export type Figures = z.output<typeof figures>;
export type Figure = Figures[number];

const totals = z.object({
  time_zone: z.string(),
  today: z.string(),
  from: z.string(),
  until: z.string(),
  before_from: digits,
  before_until: digits,
  is_running: z.boolean(),
  is_ahead: z.boolean(),
  whole_days: z.number(),
  /** The last of the days before that gains were compared with. */
  compared_until: digits,
  figures,
  days: z.array(
    z.object({
      day: z.string(),
      partial: z.boolean(),
      views: digits,
      engagements: digits,
      posts: z.number(),
      followers: digits,
      /** Views gained, where any are known. */
      platforms: z.partialRecord(platform, z.string()),
    }),
  ),
  platforms: z.array(
    z.object({
      platform,
      ...compared,
      share: z.number().nullable(),
      measured_days: z.number(),
      absent: z.enum([...ABSENCES, "not_measured"]).nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      day: z.string(),
      definition: z.string(),
      source: z.string(),
      platform,
      description: z.string(),
    }),
  ),
  is_simulated: z.boolean(),
  /** When the newest number of the workspace was measured. */
  measured_at: digits,
  as_of: z.string(),
});
export type Totals = z.output<typeof totals>;
export type PlatformShare = Totals["platforms"][number];

/** What a period brought beside other days. */
export function getTotals({ db, workspaceId, timeZone }: Scope, query: RangeQuery) {
  const { from, until, before } = daysOf(query, todayIn(timeZone));
  return askFor(totals, () =>
    db.rpc("dashboard_totals", {
      workspace: workspaceId,
      from_day: from,
      until_day: until,
      ...(before && { before_from: before.from, before_until: before.until }),
    }),
  );
}
