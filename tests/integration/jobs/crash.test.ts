import { createClient } from "@supabase/supabase-js";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Db } from "@/lib/supabase/server";
import { testEnv } from "../../support/env.ts";
import type { TestUser } from "../../support/supabase.ts";
import { claim, settle, settlement } from "./queue.ts";
import { plainIds, startWorld, type World } from "./world.ts";

const ROWS = 4000;
const ROUNDS = 12;

let world: World;
let user: TestUser;

beforeAll(async () => {
  world = await startWorld();
  user = await world.supabase.createUser("ada");
});
// Each broken batch is logged; that is right, and here it is noise.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterAll(() => world.stop());

/** A worker's client whose process dies at its n-th call: before it is sent, or before the answer is read. */
function mortalDb(deathAt: number, afterSending: boolean): Db {
  let calls = 0;
  const dead = () => new Error("This worker is dead.");
  const mortalFetch: typeof fetch = async (input, init) => {
    calls += 1;
    if (calls > deathAt || (calls === deathAt && !afterSending)) throw dead();
    const answer = await fetch(input, init);
    if (calls >= deathAt) throw dead();
    return answer;
  };
  return createClient(world.supabase.url, testEnv.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: mortalFetch },
  });
}

/**
 * Breaks off whatever the database does at this moment, in the middle of its transaction. A new connection's
 * question for the names of types is left alone: it is the driver's own, and its failing would be nobody's to hear.
 */
const breakStatements = () =>
  world.sql(
    `select pg_cancel_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
       and query not like '%b.oid, b.typarray%'`,
  );

/** A worker in a process of its own, whose death is nobody else's. */
async function work(db: Db) {
  vi.resetModules();
  const { runQueue } = await import("@/lib/jobs/worker");
  await runQueue(db).catch(() => {});
}

async function crashRound(round: number) {
  if (round % 2 === 0) {
    await work(mortalDb(2 + (round % 5), round % 4 === 0));
  } else {
    const working = work(world.db);
    for (let kill = 0; kill < 3; kill++) {
      await new Promise((wake) => setTimeout(wake, 15 + 10 * ((round + kill) % 4)));
      await breakStatements();
    }
    // The rest of its life it may work: only the broken batches stay behind.
    await world.sql("update jobs set status = 'cancelled' where status = 'running'");
    await working;
    await world.sql(
      "update jobs set status = 'running', finished_at = null where status = 'cancelled'",
    );
  }
  await world.endLeases();
}

const truth = (job: string) =>
  world.sql(
    `select j.status, j.total_rows, j.succeeded_rows, j.failed_rows,
       (select count(*)::int from job_rows r where r.job_id = j.id) as rows,
       (select count(*)::int from job_rows r where r.job_id = j.id and r.status = 'succeeded') as succeeded,
       (select count(*)::int from job_rows r where r.job_id = j.id and lease_token is not null) as held,
       (select count(*)::int from post_metrics m where m.bucket_at = j.run_started_at) as snapshots,
       (select count(distinct m.post_id)::int from post_metrics m where m.bucket_at = j.run_started_at) as measured_posts,
       (select count(*)::int from raw_events e where e.run_ref = format('job:%s:1', j.id)) as raw_events,
       (select sum(m.views) from post_metrics m where m.bucket_at = j.run_started_at) = j.views_sum as sums_fit
     from jobs j where j.id = $1`,
    [job],
  );

describe("workers that die and connections that break", () => {
  it(`lose no row and measure none twice, in ${ROUNDS} rounds (invariants 1, 13)`, async () => {
    const job = await world.createJob(user, plainIds(ROWS));
    let broken = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { succeeded_rows: before } = await world.jobOf(job);
      await crashRound(round);
      const { succeeded_rows: after } = await world.jobOf(job);
      if (after - before < ROWS) broken += 1;
    }
    const [lost] = await world.sql<{ lost: number }>(
      "select count(*)::int as lost from job_rows where job_id = $1 and (lost > 0 or lease_token is not null)",
      [job],
    );
    expect(broken).toBeGreaterThan(0);
    expect(lost?.lost).toBeGreaterThan(0);

    await work(world.db);
    expect(await truth(job)).toEqual([
      {
        status: "completed",
        total_rows: ROWS,
        succeeded_rows: ROWS,
        failed_rows: 0,
        rows: ROWS,
        succeeded: ROWS,
        held: 0,
        snapshots: ROWS,
        measured_posts: ROWS,
        raw_events: ROWS,
        sums_fit: true,
      },
    ]);
    const [budget] = await world.sql<{ quota_spent: number }>(
      "select quota_spent from private.provider_budgets where provider = 'youtube_data'",
    );
    expect(world.simulator.requests().youtube?.count).toBeLessThanOrEqual(budget?.quota_spent ?? 0);
  });

  it("leave nothing of a settlement whose connection ends in its middle (invariant 1)", async () => {
    const job = await world.createJob(user, plainIds(20, "simCut"));
    const held = await claim(world.db);
    if (!held) throw new Error("nothing to claim");
    const own = postgres(world.supabase.databaseUrl, { max: 1, onnotice: () => {} });
    const other = postgres(world.supabase.databaseUrl, { max: 1, onnotice: () => {} });
    // The counters are written last: whoever locks them stops a settlement that has done all else.
    await other.begin(async (lock) => {
      await lock`select from jobs where id = ${job} for update`;
      // safe because it is plain JSON
      const batch = settlement(held) as unknown as postgres.JSONValue;
      own`select public.settle_rows(${own.json(batch)})`.catch(() => {});
      const waits = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(() => world.sql(waits), { timeout: 20_000 }).toHaveLength(1);
      await world.sql(`select pg_terminate_backend(pid) from (${waits}) as waiting`);
      await expect.poll(() => world.sql(waits), { timeout: 20_000 }).toHaveLength(0);
    });
    await Promise.all([own.end({ timeout: 0 }), other.end()]);
    expect(await world.states(job)).toEqual({ running: 20 });
    expect(await world.sql("select from posts where external_id like 'simCut%'")).toEqual([]);
    expect(await settle(world.db, held)).toBe("accepted");
    expect(await world.jobOf(job)).toMatchObject({ status: "completed", succeeded_rows: 20 });
  });

  it("leave a job without end when nobody frees their rows (control of invariant 1)", async () => {
    const job = await world.createJob(user, plainIds(100));
    const mend = await world.weaken("private.recover_leases", "limit 5000", "limit 0");
    await work(mortalDb(2, true));
    await world.endLeases();
    const states = await world.states(job);
    await mend();
    expect(states.running ?? 0).toBeGreaterThan(0);
  });
});
