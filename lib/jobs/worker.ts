import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { claimRows } from "@/lib/jobs/claim";
import { workLease } from "@/lib/jobs/work-lease";
import { log } from "@/lib/log/log";
import { callWorker } from "@/lib/queue/call-worker";
import type { Db } from "@/lib/supabase/server";

/** Two batches at a time: one is fetched while the other is recorded. */
const LANES = 2;
/** A lease outlives the longest call and its recording; the time left must do so as well. */
const LEASE_SECONDS = 90;
const LONGEST_BATCH_MS = 40_000;
/** Beyond this wait the worker leaves, and the cron looks again. */
const LONGEST_WAIT_MS = 15_000;

export type WorkDone = {
  batches: number;
  rows: number;
  broken: number;
  next_in_seconds: number | null;
};

let current: Promise<WorkDone> | null = null;
let called = false;

/**
 * Works on the queue until nothing can be done now or the time is nearly up, then hands on.
 * One worker a process: a second call joins the first.
 */
export async function runQueue(db: Db): Promise<WorkDone> {
  if (current) {
    called = true;
    return current;
  }
  current = work(db);
  const done = await current.finally(() => {
    current = null;
  });
  // Only now: a worker called while this one still counts would join it and leave with it.
  if (done.next_in_seconds !== null && done.next_in_seconds * 1000 < LONGEST_WAIT_MS) {
    await callWorker();
  }
  log("info", "worker left", done);
  return done;
}

async function work(db: Db): Promise<WorkDone> {
  const deadline = Date.now() + env().WORKER_BUDGET_SECONDS * 1000;
  const done: WorkDone = { batches: 0, rows: 0, broken: 0, next_in_seconds: null };
  do {
    called = false;
    await Promise.all(Array.from({ length: LANES }, () => workLane(db, deadline, done)));
  } while (called && timeFor(deadline));
  return done;
}

async function workLane(db: Db, deadline: number, done: WorkDone) {
  while (timeFor(deadline)) {
    const lease = await claimRows(db, LEASE_SECONDS);
    if (!("lease_token" in lease)) {
      done.next_in_seconds = lease.next_in_seconds;
      if (lease.next_in_seconds === null) return;
      const waitMs = lease.next_in_seconds * 1000;
      if (waitMs > LONGEST_WAIT_MS || !timeFor(deadline - waitMs)) return;
      await sleep(waitMs);
      continue;
    }
    done.batches += 1;
    try {
      const rows = await workLease(db, lease, AbortSignal.timeout(LONGEST_BATCH_MS));
      done.rows += rows;
    } catch (error) {
      // The lease runs out and frees the rows: nothing is lost by going on.
      done.broken += 1;
      log("error", "batch broke", { job: lease.job_id, platform: lease.platform, error });
    }
    done.next_in_seconds = 0;
  }
}

/** No claim is made when its batch could be cut off between the call and its recording. */
function timeFor(deadline: number) {
  return deadline - Date.now() > LONGEST_BATCH_MS;
}
