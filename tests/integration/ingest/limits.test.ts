import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runIngest } from "@/lib/ingest/worker";
import { type IngestWorld, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: IngestWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startIngestWorld({ LOG_LEVEL: "error" });
});
beforeEach(async () => {
  ada = await world.signUp("ada");
  world.simulator.faults.set([]);
  await world.endRuns();
  await world.sql("delete from private.provider_budgets");
});
afterAll(() => world.stop());

const run = (user = ada, query = "") => world.call(user, "POST run", { body: {}, query });
const asked = () => world.simulator.requests().apify?.atMs ?? [];

describe("runs by hand", () => {
  it("are one at a time: of ten at once one is taken, and the others name it (invariant 35)", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => run()));
    const taken = answers.filter(({ status }) => status === 202);
    expect(taken).toHaveLength(1);
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.error.details.id).toBe(taken[0]?.body.run_id);
      expect(body.error.message).toContain(taken[0]?.body.run_id);
    }
  });

  it("are six an hour, then wait as they are told (invariant 35)", async () => {
    for (let time = 0; time < 6; time++) {
      expect((await run()).status).toBe(202);
      await world.endRuns();
    }
    const { status, headers, body } = await run();
    expect(status).toBe(429);
    expect(body.error.message).toMatch(/Six runs/);
    const wait = Number(headers.get("retry-after"));
    expect(wait).toBeGreaterThan(3500);
    expect(wait).toBeLessThanOrEqual(3600);
    await world.sql(
      "update ingest_runs set created_at = created_at - interval '61 min' where workspace_id = $1",
      [ada.workspaceId],
    );
    expect((await run()).status).toBe(202);
  });

  it("are six an hour for a person, in however many workspaces, while the server pays", async () => {
    for (let time = 0; time < 6; time++) {
      expect((await run()).status).toBe(202);
      await world.endRuns();
    }
    const [another] = await world.sql<{ id: string }>(
      `with another as (insert into workspaces (name) values ('Another') returning id)
       insert into workspace_members (workspace_id, user_id, role)
       select id, $1, 'owner' from another returning workspace_id as id`,
      [ada.id],
    );
    const there = { ...ada, workspaceId: another?.id ?? "" };
    expect((await run(there)).status).toBe(429);
    await world.sql(
      "insert into ingest_settings (workspace_id, actor, input, token_hint, token_set_at) values ($1, 'apify~instagram-scraper', '{}', 'abcd', now())",
      [there.workspaceId],
    );
    expect((await run(there)).status).toBe(202);
    expect((await run(await world.signUp("eve"))).status).toBe(202);
  });

  it("answer with the counts when they end while somebody waits, else with what is known", async () => {
    const waiting = run(ada, "?wait=20");
    await expect.poll(() => world.count("ingest_runs where finished_at is null")).toBe(1);
    await world.work();
    const { status, body } = await waiting;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "succeeded",
      items: 200,
      ingested_count: expect.any(Number),
    });
    expect(body.ingested_count + body.duplicates + body.quarantined).toBe(200);
    const next = await run();
    expect(next.body).toMatchObject({ state: "queued", ingested_count: null, apify_run_id: null });
  });

  it("answer 502 with Apify's own reason when it fails while somebody waits", async () => {
    world.simulator.faults.set([{ platform: "apify", kind: "quota", rate: 1, delaySeconds: 1 }]);
    const waiting = run(ada, "?wait=20");
    await expect.poll(() => world.count("ingest_runs where finished_at is null")).toBe(1);
    await world.work();
    const { status, body } = await waiting;
    expect(status).toBe(502);
    expect(body.error.message).toContain("used up what it paid for");
  });

  it("are cancelled: Apify ends the run, and what it found by then is kept", async () => {
    world.settings.apifyRunSeconds = 1000;
    const { body } = await run();
    const working = world.work();
    await expect
      .poll(() => world.count("ingest_runs where state = 'running'"), { timeout: 20_000 })
      .toBe(1);
    world.clock.ms += 400_000;
    const cancelled = await world.call(ada, "POST runs/[id]/cancel", { id: body.run_id });
    expect(cancelled.status).toBe(202);
    await expect
      .poll(() => world.count("ingest_runs where provider_status = 'ABORTING'"), {
        timeout: 20_000,
      })
      .toBe(1);
    world.clock.ms += 2000;
    await working;
    world.settings.apifyRunSeconds = 0;
    const found = await world.call(ada, "GET runs/[id]", { id: body.run_id });
    expect(found.body).toMatchObject({ state: "cancelled", provider_status: "ABORTED" });
    expect(found.body.items).toBeGreaterThan(10);
    expect(found.body.items).toBeLessThan(190);
    expect(found.body.read).toBe(found.body.items);
    expect((await world.call(ada, "POST runs/[id]/cancel", { id: body.run_id })).status).toBe(409);
  });

  it.each([
    ["FAILED", "failed"],
    ["TIMED-OUT", "timed_out"],
    ["ABORTED", "aborted"],
  ] as const)("that Apify ends as %s keep what they found, and say so", async (ends, state) => {
    world.settings.apifyRunEnds = ends;
    const done = await world.ingest(ada);
    world.settings.apifyRunEnds = "SUCCEEDED";
    expect(done).toMatchObject({ state, error_code: "provider_failed", next_offset: done.items });
    expect(done.error_detail).toContain(ends);
    expect(done.ingested).toBeGreaterThan(0);
  });
});

it("a refusal holds every workspace back until Apify's own time (invariant 12)", async () => {
  const others = [ada, await world.signUp("grace"), await world.signUp("joan")];
  for (const other of others) await run(other);
  world.simulator.faults.set([
    { platform: "apify", kind: "429", retryAfterSeconds: 2, rate: 1, delaySeconds: 1, times: 1 },
  ]);
  const before = asked().length;
  await Promise.all([runIngest(world.db), runIngest(world.db)]);
  await world.work();
  const [refused = 0, next = 0] = asked()
    .slice(before)
    .toSorted((a, b) => a - b);
  // One more may have been on its way already.
  const after = asked()
    .slice(before)
    .filter((ms) => ms > refused + 500);
  expect(after.length).toBeGreaterThan(0);
  expect(Math.min(...after) - refused).toBeGreaterThanOrEqual(1900);
  expect(next).toBeGreaterThanOrEqual(refused);
  for (const other of others) {
    expect((await world.runs(other.workspaceId)).at(-1)).toMatchObject({ state: "succeeded" });
  }
});
