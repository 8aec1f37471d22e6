import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngestWorld, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: IngestWorld;
let people: TestUser[];

beforeAll(async () => {
  world = await startIngestWorld();
  people = [await world.signUp("ada"), await world.signUp("grace"), await world.signUp("joan")];
  for (const person of people) {
    await world.configure(person, { maxItems: 20, input: { resultsLimit: 20 }, scheduled: true });
  }
  const [, , joan] = people;
  if (joan) await world.configure(joan, { maxItems: 20, scheduled: false });
});
afterAll(() => world.stop());

const SLOT_MS = 6 * 3_600_000;
const started = Math.ceil(Date.now() / SLOT_MS) * SLOT_MS;
const at = (slot: number) =>
  world.sql(
    `create or replace function private.schedule_clock() returns timestamptz language sql
     set search_path = '' as $$ select '${new Date(started + slot * SLOT_MS + 60_000).toISOString()}'::timestamptz $$`,
  );
const scheduled = () => world.count("ingest_runs where trigger = 'schedule'");

describe("a slot of the schedule", () => {
  it("delivered ten times at once makes one run a workspace (invariant 9)", async () => {
    for (const slot of [0, 1, 2]) {
      await at(slot);
      const answers = await Promise.all(Array.from({ length: 10 }, () => world.slot()));
      await world.work();
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(answers.reduce((sum, { body }) => sum + body.planned, 0)).toBe(2);
      expect(await scheduled()).toBe(2 * (slot + 1));
    }
    expect(await world.count("ingest_runs where state <> 'succeeded'")).toBe(0);
    expect(await world.datasets()).toHaveLength(6);
    expect(
      await world.count("post_metrics group by post_id, bucket_at, source having count(*) > 1"),
    ).toBe(0);
  });

  it("makes one run after three that were missed, and invents no points (invariant 10)", async () => {
    await at(6);
    const before = await scheduled();
    await world.slot();
    await world.work();
    expect(await scheduled()).toBe(before + 2);
  });

  it("is refused without the secret, and does nothing (invariant 11)", async () => {
    await at(7);
    for (const wrong of ["Bearer undefined", "Bearer ", "Bearer wrong"]) {
      expect((await world.slot(wrong)).status).toBe(401);
    }
    expect(await world.count("ingest_runs where finished_at is null")).toBe(0);
  });

  it("waits for a run under way: one at a time", async () => {
    const [ada] = people;
    if (!ada) throw new Error("Nobody is there.");
    world.settings.apifyRunSeconds = 3600;
    await at(8);
    await world.call(ada, "POST run", { body: {} });
    await world.db.rpc("plan_ingest");
    await world.db.rpc("plan_ingest");
    const active = await world.sql<{ trigger: string }>(
      "select trigger from ingest_runs where workspace_id = $1 and finished_at is null",
      [ada.workspaceId],
    );
    expect(active).toEqual([{ trigger: "manual" }]);
    await world.endRuns();
    world.settings.apifyRunSeconds = 0;
    await world.slot();
    await world.work();
    const runs = await world.runs(ada.workspaceId);
    expect(runs.at(-1)).toMatchObject({ trigger: "schedule", state: "succeeded" });
  });

  it("that was lost is planned by the minute, unless the schedule is younger than the slot", async () => {
    const [ada, grace] = people;
    await at(9);
    await world.sql("update ingest_settings set scheduled_at = $2 where workspace_id = $1", [
      ada?.workspaceId,
      new Date(started + 9 * SLOT_MS + 30_000).toISOString(),
    ]);
    const { data } = await world.db.rpc("plan_ingest", { catching_up: true });
    expect(data).toMatchObject({ planned: 1 });
    const [open] = await world.sql(
      "select workspace_id from ingest_runs where finished_at is null",
    );
    expect(open).toEqual({ workspace_id: grace?.workspaceId });
    await world.endRuns();
  });
});
