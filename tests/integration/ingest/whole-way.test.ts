import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngestWorld, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

let world: IngestWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startIngestWorld();
  ada = await world.signUp("ada");
});
afterAll(() => world.stop());

describe("a run of reels", () => {
  it("is told empty before the first one", async () => {
    const { status, body } = await world.call(ada, "GET status");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      last_scraped_at: null,
      last_apify_run_id: null,
      events_last_run: 0,
      total_raw_events: 0,
      latest_state_count: 0,
      reels_published_last_7d: 0,
      runs: [],
    });
  });

  it("brings each item in once, and every item is accounted for (invariant 24)", async () => {
    const run = await world.ingest(ada);
    expect(run).toMatchObject({
      state: "succeeded",
      items: 200,
      next_offset: 200,
      error_code: null,
    });
    expect(run.ingested + run.duplicates + run.quarantined).toBe(run.items);
    const [dataset] = await world.datasets();
    expect(dataset?.items).toBe(run.items);
  });
});
