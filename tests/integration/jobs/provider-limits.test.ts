import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { apiOf } from "./api.ts";
import { momentOf, plainIds, startWorld, type World } from "./world.ts";

const IDS_PER_CALL = 50;
const PACIFIC_MIDNIGHT = `select to_char(
  ((now() at time zone 'America/Los_Angeles')::date + 1)::timestamp at time zone 'America/Los_Angeles' at time zone 'UTC',
  'YYYY-MM-DD"T"HH24:MI:SS"+00:00"') as at`;

let world: World;
let user: TestUser;

beforeAll(async () => {
  // The real settings of YouTube, its address aside: the rate and the quota are those of a real key.
  world = await startWorld({ FEATURE_FAKE_INSIGHTS: "false" });
  process.env.YOUTUBE_BASE_URL = `${world.simulator.url}/youtube/v3`;
  user = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

const job = (calls: number) => world.createJob(user, plainIds(calls * IDS_PER_CALL));
const asked = () => world.simulator.requests().youtube?.atMs ?? [];

/** Lets workers of two processes work at once: each has modules, and settings, of its own. */
async function workTwice(settings: Record<string, string>) {
  Object.assign(process.env, settings);
  const workers: Promise<unknown>[] = [];
  for (let process = 1; process <= 2; process++) {
    vi.resetModules();
    const { runQueue } = await import("@/lib/jobs/worker");
    workers.push(runQueue(world.supabase.serviceClient()));
  }
  await Promise.all(workers);
}

/** How many requests came while something was done. */
async function requestsDuring(act: () => Promise<unknown>) {
  const before = asked().length;
  await act();
  return asked().length - before;
}

describe("a storm of 429 over two processes", () => {
  const [CALLS, PER_SECOND, RETRY_AFTER_MS] = [150, 15, 4000];

  it("is waited out: nothing is asked before Retry-After, attempts stay ≤ 1.2 × calls (invariant 12)", async () => {
    const id = await job(CALLS);
    const each = { platform: "youtube", rate: 1, delaySeconds: 0.001 } as const;
    const retryAfterSeconds = RETRY_AFTER_MS / 1000;
    // A full bucket is answered. So what goes out until a refusal is recorded is what flows into it meanwhile.
    world.simulator.faults.set([
      { ...each, kind: "slow", times: PER_SECOND },
      { ...each, kind: "429", retryAfterSeconds },
    ]);
    const working = workTwice({
      YOUTUBE_API_KEY: "key-of-the-storm",
      YOUTUBE_CALLS_PER_SECOND: String(PER_SECOND),
    });
    await expect
      .poll(() => asked().length, { timeout: 30_000, interval: 5 })
      .toBeGreaterThan(PER_SECOND);
    const overMs = (asked()[PER_SECOND] ?? 0) + RETRY_AFTER_MS;
    setTimeout(() => world.simulator.faults.set([]), RETRY_AFTER_MS / 2);
    // What was claimed before the refusal was recorded may still go out.
    const isNothingHeld = async () => (await world.states(id)).running === undefined;
    const quietMs = await momentOf(isNothingHeld, overMs);
    await working;

    expect(await world.jobOf(id)).toMatchObject({ status: "completed", failed_rows: 0 });
    expect(quietMs).toBeLessThan(overMs);
    expect(asked().filter((atMs) => atMs > quietMs && atMs < overMs)).toEqual([]);
    expect(asked().length).toBeLessThanOrEqual(1.2 * CALLS);
  });

  it("never exceeds the rate that both share (invariant 12)", () => {
    const times = asked();
    // Over stretches of any length: more than a full bucket and what flows into it meanwhile.
    const excess = Math.max(
      ...times.flatMap((fromMs, first) =>
        times
          .slice(first)
          .map((atMs, more) => more + 1 - PER_SECOND - (PER_SECOND * (atMs - fromMs)) / 1000),
      ),
    );
    // What was reserved in time may be sent a moment late; a second bucket would be a whole second's more.
    expect(excess).toBeLessThanOrEqual(PER_SECOND * 0.8);
  });
});

describe("a daily quota", () => {
  const QUOTA = 3;
  const settings = {
    YOUTUBE_API_KEY: "key-of-the-quota",
    YOUTUBE_CALLS_PER_SECOND: "50",
    YOUTUBE_DAILY_QUOTA: String(QUOTA),
  };
  let id: string;

  it("is reserved before the call: never more is asked, the rest waits and nothing fails (invariant 13)", async () => {
    id = await job(10);
    expect(await requestsDuring(() => workTwice(settings))).toBe(QUOTA);
    expect(await world.states(id)).toEqual({ succeeded: 150, queued: 350 });
    const [budget] = await world.sql<{ quota_spent: number }>(
      "select quota_spent from private.provider_budgets order by refilled_at desc limit 1",
    );
    expect(budget?.quota_spent).toBe(QUOTA);
  });

  it("says until when: the next midnight in California (invariant 13)", async () => {
    const [midnight] = await world.sql<{ at: string }>(PACIFIC_MIDNIGHT);
    const progress = await apiOf(user).job(id);
    expect(progress).toMatchObject({ status: "running", waiting_rows: 350, failed_rows: 0 });
    expect(progress.waits).toEqual([
      { platform: "youtube", reason: "quota", rows: 350, until: midnight?.at },
    ]);
    const [row] = await apiOf(user).rows(id, "state=waiting");
    expect(row).toMatchObject({ status: "waiting", waits_until: midnight?.at, error_code: null });
  });

  it("begins anew on the provider's next day (invariant 13)", async () => {
    const nextDay = async () => {
      await world.sql("update private.provider_budgets set quota_day = quota_day - 1");
      await world.endWaits();
      await workTwice(settings);
    };
    expect(await requestsDuring(nextDay)).toBe(QUOTA);
    expect(await world.states(id)).toEqual({ succeeded: 300, queued: 200 });
  });

  it("waits as well when it is the provider who says that it is spent (invariant 13)", async () => {
    world.simulator.faults.set([{ platform: "youtube", kind: "quota", rate: 1, delaySeconds: 1 }]);
    await workTwice({ ...settings, YOUTUBE_API_KEY: "key-spent-elsewhere" });
    world.simulator.faults.set([]);
    expect(await world.states(id)).toEqual({ succeeded: 300, queued: 200 });
    expect(await apiOf(user).job(id)).toMatchObject({ waiting_rows: 200, failures: [] });
  });

  it("is overdrawn when calls are not reserved (control of invariant 13)", async () => {
    const mend = await world.weaken(
      "private.reserve_calls",
      "coalesce(quota - b.quota_spent, wanted)",
      "wanted",
    );
    await world.endWaits();
    const key = { YOUTUBE_API_KEY: "key-without-reserve" };
    const spent = await requestsDuring(() => workTwice({ ...settings, ...key }));
    await mend();
    expect(spent).toBeGreaterThan(QUOTA);
  });
});

describe("a provider that only fails", () => {
  /** Ten full calls; two workers that claim at the same moment may share out a few smaller ones. */
  const MOST = 14;
  const settings = {
    YOUTUBE_API_KEY: "key-of-the-outage",
    YOUTUBE_CALLS_PER_SECOND: "50",
    YOUTUBE_DAILY_QUOTA: "10000",
  };
  const minute = async () => {
    await world.endWaits();
    await workTwice(settings);
  };
  let id: string;

  it("is probed once a minute, also by two processes (invariant 14)", async () => {
    id = await job(10);
    world.simulator.faults.set([{ platform: "youtube", kind: "5xx", rate: 1, delaySeconds: 1 }]);
    expect(await requestsDuring(() => workTwice(settings))).toBeLessThanOrEqual(MOST);
    for (const _minute of [1, 2]) expect(await requestsDuring(minute)).toBe(1);
    expect(await world.states(id)).toEqual({ queued: 500 });
    const [wait] = await world.sql<{ seconds: number }>(
      "select extract(epoch from max(blocked_until) - now())::float8 as seconds from private.provider_budgets where block_reason = 'provider_error'",
    );
    expect(wait?.seconds).toBeLessThanOrEqual(60);
  });

  it("is used fully again with the first probe that succeeds (invariant 14)", async () => {
    world.simulator.faults.set([]);
    expect(await requestsDuring(minute)).toBeLessThanOrEqual(MOST);
    expect(await world.jobOf(id)).toMatchObject({ status: "completed", succeeded_rows: 500 });
  });

  it("is asked by everybody at once without the breaker (control of invariant 14)", async () => {
    world.simulator.faults.set([{ platform: "youtube", kind: "5xx", rate: 1, delaySeconds: 1 }]);
    const failing = await job(10);
    // On their last attempt, so that it ends soon.
    await world.sql("update job_rows set attempts = 4 where job_id = $1", [failing]);
    await world.sql("update private.provider_budgets set failures = 5");
    const mend = await world.weaken("private.reserve_calls", "b.failures >= 5", "false");
    const probes = await requestsDuring(minute);
    await mend();
    expect(probes).toBeGreaterThan(1);
  });
});
