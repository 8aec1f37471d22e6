import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestUser } from "../../support/supabase.ts";
import { apiOf, workOnQueue } from "./api.ts";
import { plainIds, startWorld, type World } from "./world.ts";

const ONCE = { times: 1, rate: 1, delaySeconds: 5 };
const HOUR_MS = 3_600_000;
const ACCOUNT_NEEDED = {
  platform: "linkedin",
  url: "https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/",
  external_id: "7123456789012345678",
};

let world: World;
let user: TestUser;
let api: ReturnType<typeof apiOf>;

beforeAll(async () => {
  world = await startWorld();
  user = await world.supabase.createUser("ada");
  api = apiOf(user);
});
beforeEach(() => world.simulator.faults.set([]));
afterAll(() => world.stop());

const snapshots = () =>
  world.sql<{ external_id: string; views: string }>(
    `select p.external_id, m.bucket_at, m.source, m.views, m.likes, m.comments
     from post_metrics m join posts p on p.id = m.post_id order by m.bucket_at, p.external_id`,
  );

describe("starting", () => {
  it("lets one of two simultaneous starts through: one 202, one 409", async () => {
    const job = await world.createJob(user, plainIds(3), { run: false });
    const answers = await Promise.all([api.tell("run", job), api.tell("run", job)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    await workOnQueue();
    expect((await api.tell("run", job)).status).toBe(409);
    expect(await api.job(job)).toMatchObject({ status: "completed", run_number: 1 });
  });

  it("completes a job in which every row failed: a failing row never fails the job", async () => {
    const job = await world.createJob(user, ["simGone0001", "simPriv0001", ACCOUNT_NEEDED]);
    await workOnQueue();
    expect(await api.job(job)).toMatchObject({
      status: "completed",
      error: null,
      succeeded_rows: 0,
      failed_rows: 3,
      failures: [
        { code: "not_found", rows: 2 },
        { code: "needs_account", rows: 1 },
      ],
    });
    const failing = await world.supabase
      .clientFor(user)
      .rpc("list_jobs", { workspace: user.workspaceId, with_failures: true });
    expect(failing).toMatchObject({ data: { total: 1, items: [{ id: job }] } });
  });
});

describe("retrying", () => {
  it("asks again for the failed rows only, and leaves the others as they were", async () => {
    const job = await world.createJob(user, [...plainIds(4, "simRetry"), "simGone0001"]);
    world.simulator.faults.set([{ platform: "youtube", kind: "expired_token", ...ONCE }]);
    await workOnQueue();
    expect(await world.states(job)).toEqual({ failed: 5 });
    await api.tell("retry", job);
    await workOnQueue();
    expect(await world.states(job)).toEqual({ succeeded: 4, failed: 1 });

    const before = await snapshots();
    const calls = world.simulator.requests().youtube?.count ?? 0;
    expect(await (await api.tell("retry", job)).json()).toMatchObject({ retried_rows: 1 });
    await workOnQueue();
    expect(world.simulator.requests().youtube?.count).toBe(calls + 1);
    expect(await snapshots()).toEqual(before);
    expect(await api.job(job)).toMatchObject({
      status: "completed",
      succeeded_rows: 4,
      failed_rows: 1,
    });
  });

  it("refuses to retry when no row has failed", async () => {
    const job = await world.createJob(user, plainIds(1));
    await workOnQueue();
    expect((await api.tell("retry", job)).status).toBe(409);
  });
});

describe("running again", () => {
  it("takes a new snapshot of every row and shows what the run before had", async () => {
    const ids = ["simPlainaaa", "simPlainbbb"];
    const job = await world.createJob(user, [...ids, "simGone0002"]);
    await workOnQueue();
    const first = await api.rows(job);
    const kept = await snapshots();

    world.clock.ms += 24 * HOUR_MS;
    expect((await api.tell("rerun", job)).status).toBe(202);
    expect(await api.job(job)).toMatchObject({
      status: "running",
      processed_rows: 0,
      views_sum: "0",
    });
    await workOnQueue();
    const second = await api.rows(job);

    expect(await snapshots()).toEqual(expect.arrayContaining(kept));
    expect(await snapshots()).toHaveLength(kept.length + ids.length);
    for (const [index, row] of second.entries()) {
      const before = first[index];
      if (row.status === "failed") {
        expect(row.previous).toBeNull();
        continue;
      }
      expect(row.previous).toEqual({
        views: before?.views,
        likes: before?.likes,
        comments: before?.comments,
        measured_at: before?.measured_at,
      });
      expect(Number(row.views)).toBeGreaterThanOrEqual(Number(before?.views));
    }
    expect(await api.job(job)).toMatchObject({ status: "completed", run_number: 2 });
  });

  it("is refused while the job runs", async () => {
    const job = await world.createJob(user, plainIds(1));
    expect((await api.tell("rerun", job)).status).toBe(409);
    await workOnQueue();
  });
});

describe("cancelling, resuming, deleting", () => {
  it("takes no further row once cancelled, and goes on where it stopped", async () => {
    const job = await world.createJob(user, plainIds(6));
    await world.sql(
      "update job_rows set not_before = now() + interval '1 h' where job_id = $1 and row_number > 2",
      [job],
    );
    await workOnQueue();
    expect(await world.states(job)).toEqual({ succeeded: 2, queued: 4 });
    expect((await api.tell("cancel", job)).status).toBe(200);
    await world.endWaits();
    expect(await workOnQueue()).toMatchObject({ batches: 0, rows: 0 });
    expect(await world.states(job)).toEqual({ succeeded: 2, queued: 4 });

    expect((await api.tell("run", job)).status).toBe(202);
    expect((await workOnQueue()).rows).toBe(4);
    expect(await api.job(job)).toMatchObject({
      status: "completed",
      succeeded_rows: 6,
      run_number: 1,
    });
  });

  it("still records the rows that were being fetched when it was cancelled", async () => {
    const job = await world.createJob(user, plainIds(4));
    world.simulator.faults.set([{ platform: "youtube", kind: "slow", ...ONCE, delaySeconds: 2 }]);
    const working = workOnQueue();
    await expect.poll(() => world.states(job), { timeout: 20_000 }).toEqual({ running: 4 });
    expect((await api.tell("cancel", job)).status).toBe(200);
    await working;
    expect(await api.job(job)).toMatchObject({ succeeded_rows: 4, running_rows: 0 });
  });

  it("deletes an ended job with its rows and keeps posts and snapshots", async () => {
    const job = await world.createJob(user, plainIds(3));
    expect((await api.remove(job)).status).toBe(409);
    await workOnQueue();
    const [kept, posts] = [await snapshots(), await world.sql("select * from posts order by id")];
    expect((await api.remove(job)).status).toBe(204);
    expect(await world.sql("select from job_rows where job_id = $1", [job])).toEqual([]);
    expect(await world.sql("select from job_lanes where job_id = $1", [job])).toEqual([]);
    expect(await snapshots()).toEqual(kept);
    expect(await world.sql("select * from posts order by id")).toEqual(posts);
  });
});
