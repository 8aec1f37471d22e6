import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngestWorld, type RunRow, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

const HOUR_MS = 3_600_000;

let world: IngestWorld;
let ada: TestUser;
let runs: RunRow[];

beforeAll(async () => {
  world = await startIngestWorld();
  ada = await world.signUp("ada");
  // Where plays are not told, a bad count of plays is none: such items would be read all the same.
  world.settings.apifyOddities = { negative_count: 0.02, twice: 0.03, only_old_views: 0 };
  // Pages of seven: the same item comes again within a page, and across pages.
  await world.weaken("public.settle_ingest_page", "(batch ->> 'page_items')::int", "7");
  await world.sql("alter table ingest_runs alter page_items set default 7");
  await world.configure(ada, { maxItems: 400, input: { resultsLimit: 400 } });
  for (let run = 0; run < 3; run++) {
    await world.ingest(ada);
    world.clock.ms += 6 * HOUR_MS;
  }
  runs = await world.runs(ada.workspaceId);
}, 120_000);
afterAll(() => world.stop());

const rebuild = (run: string | null = null) =>
  world.sql("select rebuild_ingest($1, $2)", [ada.workspaceId, run]);
/** Everything that ingest derived goes, as if it had never been. */
async function wipe() {
  await world.sql("delete from posts where workspace_id = $1", [ada.workspaceId]);
  await world.sql("delete from ingest_quarantine where workspace_id = $1", [ada.workspaceId]);
}

describe("three runs of 400 items", () => {
  it("account for every item, and keep each one that differs as an event (invariant 24)", async () => {
    const datasets = await world.datasets();
    for (const [index, run] of runs.entries()) {
      const odd = datasets[index]?.oddities ?? {};
      const sum = (...kinds: string[]) =>
        kinds.reduce((total, kind) => total + (odd[kind] ?? 0), 0);
      expect(run).toMatchObject({ state: "succeeded", next_offset: run.items });
      expect(run.ingested + run.duplicates + run.quarantined).toBe(run.items);
      const unread = sum(
        "error_item",
        "no_time",
        "text_count",
        "negative_count",
        "not_an_object",
        "no_identity",
      );
      // What is no object looks alike: the second one is the same again.
      expect(run.quarantined).toBeLessThanOrEqual(unread);
      expect(run.quarantined).toBeGreaterThanOrEqual(unread - sum("not_an_object"));
      expect(run.duplicates).toBeGreaterThan(0);
      const events = await world.count("raw_events where run_ref = $1", [
        `apify:${run.provider_run_id}`,
      ]);
      expect(events).toBe(run.events);
      const snapshots = await world.count(
        "post_metrics where bucket_at = (select slot from ingest_runs where id = $1)",
        [run.id],
      );
      expect(snapshots).toBe(run.ingested);
    }
    expect(await world.count("raw_events group by run_ref, payload_hash having count(*) > 1")).toBe(
      0,
    );
  });

  it("leave the newest numbers as the latest ones, captured when the run ended", async () => {
    const behind = await world.sql(
      `select from post_latest l join post_metrics m using (post_id)
       where (m.captured_at, m.bucket_at) > (l.captured_at, l.bucket_at)`,
    );
    expect(behind).toEqual([]);
    const misread = await world.sql(
      `select from post_metrics m join raw_events e on e.id = m.raw_event_id
       join ingest_runs r on r.slot = m.bucket_at and r.workspace_id = m.workspace_id
       where m.captured_at <> e.observed_at or e.observed_at <> r.ended_at or m.recorded_at is null`,
    );
    expect(misread).toEqual([]);
  });

  it("come to the same hash by replays in any order and number (invariant 20)", async () => {
    const hash = await world.hash(ada);
    const ids = runs.map(({ id }) => id);
    const [first = "", second = "", third = ""] = ids;
    for (const order of [ids, ids.toReversed(), [second, second, third, first, second], [null]]) {
      for (const id of order) await rebuild(id);
      expect(await world.hash(ada)).toBe(hash);
    }
    for (const order of [ids.toReversed(), [second, first, third], [null]]) {
      await wipe();
      expect(await world.hash(ada)).not.toBe(hash);
      for (const id of order) await rebuild(id);
      expect(await world.hash(ada)).toBe(hash);
    }
    const again = await world.runs(ada.workspaceId);
    const counts = ({ id, ingested, duplicates, quarantined }: RunRow) => ({
      id,
      ingested,
      duplicates,
      quarantined,
    });
    expect(again.map(counts)).toEqual(runs.map(counts));
  });

  it("come to another one when what comes last counts as the newest (control of invariant 20)", async () => {
    const hash = await world.hash(ada);
    const mend = await world.weaken("private.never_back_in_time", "return null;", "return new;");
    await wipe();
    for (const { id } of runs.toReversed()) await rebuild(id);
    const last = await world.hash(ada);
    await mend();
    await wipe();
    await rebuild();
    expect(last).not.toBe(hash);
    expect(await world.hash(ada)).toBe(hash);
  });

  it("read by a replay what was quarantined, once the mapping knows it", async () => {
    const [run] = runs;
    const before = await world.call(ada, "GET runs/[id]/quarantine", { id: run?.id ?? "" });
    expect(before.body.open).toBe(run?.quarantined);
    expect(before.body.items[0]).toMatchObject({ detail: expect.stringMatching(/\.$/) });
    // From now on a negative count counts as hidden.
    const mend = await world.weaken("private.read_count", "then 'negative'", "then 'hidden'");
    const { status, body } = await world.call(ada, "POST runs/[id]/replay", { id: run?.id ?? "" });
    const after = await world.call(ada, "GET runs/[id]/quarantine", { id: run?.id ?? "" });
    await mend();
    expect(status).toBe(200);
    const negative = (await world.datasets())[0]?.oddities.negative_count ?? 0;
    expect(negative).toBeGreaterThan(0);
    expect(body.resolved).toBe(negative);
    expect(after.body).toMatchObject({
      total: run?.quarantined,
      open: (run?.quarantined ?? 0) - negative,
    });
    await rebuild();
  });

  it("tell the status of all of it", async () => {
    const { body } = await world.call(ada, "GET status");
    const newest = runs.at(-1);
    expect(body).toMatchObject({
      last_apify_run_id: newest?.provider_run_id,
      events_last_run: newest?.events,
      total_raw_events: runs.reduce((sum, { events }) => sum + events, 0),
      latest_state_count: await world.count("post_latest"),
      runs: [{ state: "succeeded" }, {}, {}],
    });
    expect(body.reels_published_last_7d).toBe(
      await world.count(
        "posts join post_latest on post_id = id where published_at >= now() - interval '7 days' and published_at <= now()",
      ),
    );
  });
});

it.each([
  ["update raw_events set observed_at = now()"],
  ["delete from raw_events"],
  ["truncate raw_events"],
  ["update post_metrics set recorded_at = now()"],
])("%s is refused to every role (invariant 19)", async (statement) => {
  for (const role of ["anon", "authenticated", "service_role", "postgres"]) {
    const attempt = world.sql(`set local role ${role}; ${statement}`);
    await expect(attempt).rejects.toThrow(/append-only|permission denied/);
  }
});
