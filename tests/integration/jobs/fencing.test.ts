import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claim, type Lease, settle, settlement } from "./queue.ts";
import { plainIds, startWorld, type World } from "./world.ts";

const ROWS = 4;
const SEQUENCES = 300;
const COMMANDS = 8;
const TOKEN_CHECK = "r.lease_token = token and r.leased_until > clock_timestamp()";

let world: World;
let job: string;
/** A worker's own connection: thousands of commands a second, as the role that workers have. */
let worker: postgres.Sql;

beforeAll(async () => {
  world = await startWorld();
  job = await world.createJob(await world.supabase.createUser("ada"), plainIds(ROWS));
  worker = postgres(world.supabase.databaseUrl, { max: 1, onnotice: () => {} });
  await worker.unsafe("set role service_role");
});
afterAll(async () => {
  await worker.end();
  await world.stop();
});

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function claimed(): Promise<Lease | null> {
  const sources = [{ platform: "youtube", batch_size: 2, max_calls: 1 }];
  const [answer] = await worker<{ lease: Lease }[]>`
    select public.claim_rows(${worker.json(sources)}, 3600) as lease`;
  return answer?.lease.lease_token ? answer.lease : null;
}

async function accepts(held: Lease, rows: Lease["rows"]) {
  // safe because it is plain JSON
  const batch = settlement(held, rows) as unknown as postgres.JSONValue;
  return worker`select public.settle_rows(${worker.json(batch)})`.then(
    () => true,
    (error: unknown) => {
      if (error instanceof postgres.PostgresError && error.code === "PT409") return false;
      throw error;
    },
  );
}

/** Runs one generated sequence against a model of who holds what. Returns how often they differ. */
async function differences(seed: number) {
  const random = randomOf(seed);
  await world.sql(
    `update job_rows set status = 'queued', lost = 0, lease_token = null, leased_until = null, error_code = null
     where job_id = '${job}';
     update jobs set status = 'running', succeeded_rows = 0, failed_rows = 0, finished_at = null where id = '${job}'`,
  );
  const everHeld: Lease[] = [];
  const holders = new Map<number, string>();
  const settled = new Set<number>();
  const different = { staleAccepted: 0, holderRefused: 0, claimedTwice: 0 };

  for (let step = 0; step < COMMANDS; step++) {
    const command = random(5);
    const held = everHeld[random(Math.max(1, everHeld.length))];
    if (command <= 1 || !held) {
      const lease = await claimed();
      if (!lease) continue;
      everHeld.push(lease);
      for (const { row_number } of lease.rows) {
        if (holders.has(row_number) || settled.has(row_number)) different.claimedTwice += 1;
        holders.set(row_number, lease.lease_token);
      }
    } else if (command === 2) {
      // One lease ends; its rows are free again at the next claim.
      await world.sql(
        `update job_rows set leased_until = now() - interval '1 s' where lease_token = '${held.lease_token}'`,
      );
      for (const [row, token] of holders) if (token === held.lease_token) holders.delete(row);
    } else {
      const forged = random(8) === 0 ? { ...held, lease_token: crypto.randomUUID() } : held;
      const rows = held.rows.slice(0, 1 + random(held.rows.length));
      const isHolder = rows.every(({ row_number }) => {
        return holders.get(row_number) === forged.lease_token;
      });
      const accepted = await accepts(forged, rows);
      if (accepted && !isHolder) different.staleAccepted += 1;
      if (!accepted && isHolder) different.holderRefused += 1;
      if (!accepted) continue;
      for (const { row_number } of rows) {
        holders.delete(row_number);
        settled.add(row_number);
      }
    }
  }
  const [counted] = await world.sql<{ counter: number; rows: number }>(
    `select succeeded_rows as counter, (select count(*)::int from job_rows r where r.job_id = j.id and status = 'succeeded') as rows
     from jobs j where id = '${job}'`,
  );
  return { ...different, miscounted: Math.abs((counted?.counter ?? 0) - settled.size) };
}

async function total(sequences: number) {
  const sum = { staleAccepted: 0, holderRefused: 0, claimedTwice: 0, miscounted: 0 };
  for (let seed = 1; seed <= sequences; seed++) {
    const found = await differences(seed);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += found[key];
  }
  return sum;
}

it(`accepts nothing from who no longer holds the lease, in ${SEQUENCES} generated sequences (invariant 2)`, async () => {
  expect(await total(SEQUENCES)).toEqual({
    staleAccepted: 0,
    holderRefused: 0,
    claimedTwice: 0,
    miscounted: 0,
  });
});

it("finds stale holders once settling no longer looks at the token (control of invariant 2)", async () => {
  const mend = [
    await world.weaken("public.settle_rows", TOKEN_CHECK, "true"),
    await world.weaken("private.record_measured", TOKEN_CHECK, "true"),
  ];
  // What is settled twice does not fit the counters: the table itself refuses some of it.
  await world.sql("alter table jobs drop constraint jobs_check");
  expect((await total(15)).staleAccepted).toBeGreaterThan(0);
  for (const back of mend) await back();
});

it("refuses a whole batch when one row of it is held by somebody else (invariant 2)", async () => {
  const other = await world.createJob(await world.supabase.createUser("bob"), plainIds(4));
  await world.sql("update jobs set status = 'cancelled' where id = $1", [job]);
  const first = await claim(world.db, { batchSize: 2 });
  const second = await claim(world.db, { batchSize: 2 });
  if (!first || !second) throw new Error("nothing to claim");
  expect(await settle(world.db, first, [...first.rows, ...second.rows])).toBe("refused");
  expect(await world.states(other)).toEqual({ running: 4 });
  expect(await settle(world.db, first)).toBe("accepted");
  expect(await settle(world.db, first)).toBe("refused");
});
