import "server-only";
import { z } from "zod";
import { tokenKeys } from "@/lib/accounts/own-keys";
import { resealTokens } from "@/lib/accounts/reseal-tokens";
import { env } from "@/lib/env";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const BUCKET = "uploads";
const REMOVED_AT_ONCE = 5000;
const ROLLED_AT_ONCE = 50;
/** The rest waits for tomorrow: every step can be repeated. */
const BUDGET_MS = 240_000;

const leftovers = z.object({ partitions: z.number(), uploads: z.array(z.string()) });
const rolled = z.object({ workspaces: z.number(), days_of_posts: z.number() });
const removed = z.object({
  raw_events: z.number(),
  snapshots_thinned: z.number(),
  youtube_unauthorised: z.number(),
  refresh_units: z.number(),
  unfinished: z.array(z.string()),
});

/** Keeps the house: safe to repeat and to overlap. Answers what it did. */
export async function maintain(db: Db) {
  const until = Date.now() + BUDGET_MS;
  const { partitions, uploads } = leftovers.parse(unwrap(await db.rpc("maintain")));
  if (uploads.length > 0) {
    const { error } = await db.storage.from(BUCKET).remove(uploads);
    if (error) throw new Error(`storage: ${error.message}`);
  }
  return {
    partitions_made: partitions,
    uploads_removed: uploads.length,
    rolled_up: await rollUp(db, until),
    // Only after the roll-ups: a day is counted before its snapshots are thinned.
    removed: await removeOld(db, until),
    tokens_resealed: env().TOKEN_KEYS ? await resealTokens(db, tokenKeys(), until) : 0,
  };
}

async function rollUp(db: Db, until: number) {
  const done = { workspaces: 0, days_of_posts: 0 };
  while (Date.now() < until) {
    const step = rolled.parse(unwrap(await db.rpc("roll_up_days", { take: ROLLED_AT_ONCE })));
    done.workspaces += step.workspaces;
    done.days_of_posts += step.days_of_posts;
    if (step.workspaces === 0) break;
  }
  return done;
}

async function removeOld(db: Db, until: number) {
  let { unfinished, ...done } = await removeStep(db);
  while (unfinished.length > 0 && Date.now() < until) {
    const step = await removeStep(db, unfinished);
    done = {
      raw_events: done.raw_events + step.raw_events,
      snapshots_thinned: done.snapshots_thinned + step.snapshots_thinned,
      youtube_unauthorised: done.youtube_unauthorised + step.youtube_unauthorised,
      refresh_units: done.refresh_units + step.refresh_units,
    };
    unfinished = step.unfinished;
  }
  return done;
}

async function removeStep(db: Db, parts?: string[]) {
  const policy = { raw_days: env().RAW_EVENT_DAYS, take: REMOVED_AT_ONCE };
  return removed.parse(unwrap(await db.rpc("remove_old", { ...policy, ...(parts && { parts }) })));
}
