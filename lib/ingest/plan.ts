import "server-only";
import { z } from "zod";
import { runIngest } from "@/lib/ingest/worker";
import type { Db } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

const planned = z.object({ slot: z.string(), planned: z.number() });

/** The slot's runs, one a workspace with a schedule, and as much of their work as the time allows. */
export async function ingestSlot(db: Db) {
  const plan = planned.parse(unwrap(await db.rpc("plan_ingest")));
  return { ...plan, ...(await runIngest(db)) };
}

/** For the minute's cron: plans a slot whose delivery was lost, and goes on with what is open. */
export async function continueIngest(db: Db) {
  const plan = planned.parse(unwrap(await db.rpc("plan_ingest", { catching_up: true })));
  return { ...plan, ...(await runIngest(db)) };
}
