import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import { callWorker } from "@/lib/queue/call-worker";
import type { Db } from "@/lib/supabase/server";

/** A lease outlives the longest call and its recording; the time left must do so as well. */
export const LEASE_SECONDS = 90;
const LONGEST_MS = 40_000;
/** Beyond this wait the worker leaves, and the cron looks again. */
const LONGEST_WAIT_MS = 15_000;

/** A leased order, or in how many seconds there may be one (null: never). */
export type Claim<Order> = { order: Order | null; next_in_seconds: number | null };

type Line<Order> = {
  /** Names the worker in the log. */
  name: string;
  /** Orders at once: while some are fetched, others are recorded. */
  lanes: number;
  claim: (db: Db, leaseSeconds: number) => Promise<Claim<Order>>;
  /** Works on an order and settles it. Returns how much it was worth. */
  work: (db: Db, order: Order, signal: AbortSignal) => Promise<number>;
  /** What the log says of an order that broke. */
  describe: (order: Order) => Record<string, unknown>;
};

/** What a worker did. `worth`: the sum of what its orders were worth. */
export type Done = {
  orders: number;
  worth: number;
  broken: number;
  next_in_seconds: number | null;
};

/**
 * A worker of a queue: works until nothing can be done now or the time is nearly up, then hands on.
 * One a process: a second call joins the first.
 */
export function workerOf<Order>(line: Line<Order>): (db: Db) => Promise<Done> {
  let current: Promise<Done> | null = null;
  /** Rung, and another one hung up, when somebody calls. */
  let bell = Promise.withResolvers<void>();

  return async (db) => {
    if (current) {
      bell.resolve();
      bell = Promise.withResolvers();
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
    log("info", `${line.name} left`, done);
    return done;
  };

  async function work(db: Db) {
    const deadline = Date.now() + env().WORKER_BUDGET_SECONDS * 1000;
    const done: Done = { orders: 0, worth: 0, broken: 0, next_in_seconds: null };
    const failures: unknown[] = [];
    let atStart: typeof bell;
    do {
      // One a shift: what waits for it goes with it.
      bell = Promise.withResolvers();
      atStart = bell;
      const rung = () => bell.promise;
      const shift = { deadline, done, failures, rung, underway: new Set<Promise<void>>() };
      await Promise.all(Array.from({ length: line.lanes }, () => workLane(line, db, shift)));
    } while (bell !== atStart && timeFor(deadline));
    // Nothing could even be looked for: whoever asked for work has to see that.
    if (done.orders === 0 && failures.length > 0) throw failures[0];
    return done;
  }
}

type Shift = {
  deadline: number;
  done: Done;
  failures: unknown[];
  /** Until somebody calls for work. */
  rung: () => Promise<void>;
  underway: Set<Promise<void>>;
};

async function workLane<Order>(line: Line<Order>, db: Db, shift: Shift) {
  const { deadline, done, underway } = shift;
  while (timeFor(deadline)) {
    const rung = shift.rung();
    const claimed = await line.claim(db, LEASE_SECONDS).catch((error: unknown) => {
      log("error", `claim of ${line.name} broke`, { error });
      shift.failures.push(error);
      return null;
    });
    // The other lanes work on; the cron looks again when none is left.
    if (!claimed) return;
    const { order, next_in_seconds } = claimed;
    if (order === null) {
      done.next_in_seconds = next_in_seconds;
      const waitMs = next_in_seconds === null ? Number.POSITIVE_INFINITY : next_in_seconds * 1000;
      const isSoon = waitMs <= LONGEST_WAIT_MS && timeFor(deadline - waitMs);
      if (!isSoon && underway.size === 0) return;
      // What another lane ends, or whoever calls, can make work for this one.
      await Promise.race([...underway, rung, ...(isSoon ? [sleep(waitMs)] : [])]);
      continue;
    }
    done.orders += 1;
    done.next_in_seconds = 0;
    const working = line
      .work(db, order, AbortSignal.timeout(LONGEST_MS))
      .then((worth) => {
        done.worth += worth;
      })
      .catch((error: unknown) => {
        // The lease runs out and frees it: nothing is lost by going on.
        done.broken += 1;
        log("error", `order of ${line.name} broke`, { ...line.describe(order), error });
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

/** No claim is made when its order could be cut off between the call and its recording. */
function timeFor(deadline: number) {
  return deadline - Date.now() > LONGEST_MS;
}
