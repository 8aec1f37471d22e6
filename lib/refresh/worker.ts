import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import { callWorker } from "@/lib/queue/call-worker";
import { claimUnits, isAccountUnit, type Unit } from "@/lib/refresh/claim";
import { workAccountUnit } from "@/lib/refresh/measure-account";
import { workPublicUnit } from "@/lib/refresh/measure-public";
import type { Db } from "@/lib/supabase/server";

/** Units at once. While some are fetched, others are recorded. */
const LANES = 6;
/** A lease outlives the longest call and its recording; the time left must do so as well. */
const LEASE_SECONDS = 90;
const LONGEST_UNIT_MS = 40_000;
/** Beyond this wait the worker leaves, and the cron looks again. */
const LONGEST_WAIT_MS = 15_000;

export type RefreshWork = { units: number; broken: number; next_in_seconds: number | null };

let current: Promise<RefreshWork> | null = null;
let called = false;

/**
 * Works on measuring until nothing can be done now or the time is nearly up, then hands on.
 * One worker a process: a second call joins the first.
 */
export async function runRefresh(db: Db): Promise<RefreshWork> {
  if (current) {
    called = true;
    return current;
  }
  current = work(db);
  const done = await current.finally(() => {
    current = null;
  });
  if (done.next_in_seconds !== null && done.next_in_seconds * 1000 < LONGEST_WAIT_MS) {
    await callWorker();
  }
  log("info", "refresh worker left", done);
  return done;
}

async function work(db: Db): Promise<RefreshWork> {
  const deadline = Date.now() + env().WORKER_BUDGET_SECONDS * 1000;
  const done: RefreshWork = { units: 0, broken: 0, next_in_seconds: null };
  do {
    called = false;
    const underway = new Set<Promise<void>>();
    await Promise.all(Array.from({ length: LANES }, () => workLane(db, deadline, done, underway)));
  } while (called && timeFor(deadline));
  return done;
}

async function workLane(db: Db, deadline: number, done: RefreshWork, underway: Set<Promise<void>>) {
  while (timeFor(deadline)) {
    const claimed = await claimUnits(db, 1, LEASE_SECONDS).catch((error: unknown) => {
      log("error", "claim broke", { error });
      return null;
    });
    // The other lanes work on; the cron looks again when none is left.
    if (!claimed) return;
    const { units, next_in_seconds } = claimed;
    const [unit] = units;
    if (!unit) {
      done.next_in_seconds = next_in_seconds;
      const waitMs = next_in_seconds === null ? Number.POSITIVE_INFINITY : next_in_seconds * 1000;
      const isSoon = waitMs <= LONGEST_WAIT_MS && timeFor(deadline - waitMs);
      if (!isSoon && underway.size === 0) return;
      // What another lane ends, a list above all, can make work for this one.
      await Promise.race([...underway, ...(isSoon ? [sleep(waitMs)] : [])]);
      continue;
    }
    done.units += 1;
    done.next_in_seconds = 0;
    const working = workUnit(db, unit)
      .catch((error: unknown) => {
        // The lease runs out and frees the unit: nothing is lost by going on.
        done.broken += 1;
        log("error", "unit broke", { unit: unit.unit_id, run: unit.run_id, error });
      })
      .finally(() => {
        underway.delete(working);
        // It may have made work that the lanes which found none have not seen.
        done.next_in_seconds = 0;
      });
    underway.add(working);
    await working;
  }
}

async function workUnit(db: Db, unit: Unit) {
  const signal = AbortSignal.timeout(LONGEST_UNIT_MS);
  if (isAccountUnit(unit)) await workAccountUnit(db, unit, signal);
  else await workPublicUnit(db, unit, signal);
}

/** No claim is made when its unit could be cut off between the call and its recording. */
function timeFor(deadline: number) {
  return deadline - Date.now() > LONGEST_UNIT_MS;
}
