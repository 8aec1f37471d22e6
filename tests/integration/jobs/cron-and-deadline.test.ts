import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { callCron } from "./api.ts";
import { plainIds, startWorld, type World } from "./world.ts";

let world: World;
let user: TestUser;

beforeAll(async () => {
  // A worker keeps 40 s for its last batch, so this one may claim for one second.
  world = await startWorld({ WORKER_BUDGET_SECONDS: "41" });
  user = await world.supabase.createUser("ada");
});
afterAll(() => world.stop());

describe("the cron's secret", () => {
  it.each([
    ["missing", null],
    ["wrong", "Bearer cron-secret-for-testz"],
    ["too short", "Bearer cron"],
    ["empty", "Bearer "],
    ["that of an unset variable", "Bearer undefined"],
    ["without its scheme", "cron-secret-for-tests"],
  ])("%s: 401 and no work (invariant 11)", async (_what, authorization) => {
    const job = await world.createJob(user, plainIds(2));
    const answer = await callCron(authorization);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "unauthenticated" } });
    expect(await world.states(job)).toEqual({ queued: 2 });
    await world.sql("update jobs set status = 'cancelled' where id = $1", [job]);
  });

  it.each(["", undefined])(
    "unset on the server (%j): nobody gets in (invariant 11)",
    async (secret) => {
      vi.resetModules();
      vi.stubEnv("CRON_SECRET", secret);
      vi.spyOn(console, "error").mockImplementation(() => {});
      const { GET } = await import("@/app/api/cron/jobs/route");
      const { NextRequest } = await import("next/server");
      const job = await world.createJob(user, plainIds(2));
      for (const authorization of ["Bearer undefined", "Bearer ", "Bearer null"]) {
        const url = "http://app.test/api/cron/jobs";
        // Without settings nothing answers at all; what counts is that no work is done.
        const status = await GET(new NextRequest(url, { headers: { authorization } })).then(
          (answer) => answer.status,
          () => 500,
        );
        expect(status).toBeGreaterThanOrEqual(401);
      }
      expect(await world.states(job)).toEqual({ queued: 2 });
      vi.unstubAllEnvs();
      await world.sql("update jobs set status = 'cancelled' where id = $1", [job]);
    },
  );
});

describe("a worker whose time is nearly up", () => {
  it("claims nothing more, leaves no row half done, and hands on (invariant 8)", async () => {
    const job = await world.createJob(user, plainIds(5000));
    const slow = { kind: "slow", delaySeconds: 1.5, rate: 1 } as const;
    world.simulator.faults.set([{ platform: "youtube", ...slow }]);
    const calls = vi.spyOn(globalThis, "fetch");
    const done = await (await callCron()).json();
    // Two batches of two thousand rows were begun within the second.
    expect(done).toMatchObject({ batches: 2, rows: 4000, broken: 0, next_in_seconds: 0 });
    expect(await world.states(job)).toEqual({ succeeded: 4000, queued: 1000 });
    const handedOn = calls.mock.calls.filter(
      ([url]) => String(url) === "http://app.test/api/worker",
    );
    expect(handedOn).toHaveLength(1);
    calls.mockRestore();
  });

  it("has its rest done by the next call (control of invariant 8)", async () => {
    world.simulator.faults.set([]);
    const done = await (await callCron()).json();
    expect(done).toMatchObject({ rows: 1000, next_in_seconds: null });
  });
});
