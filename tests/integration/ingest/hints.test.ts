import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isWebhookOf, webhookSecret, webhooksFor } from "@/lib/ingest/webhook";
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
});
afterAll(() => world.stop());

const bearer = (run: string) => `Bearer ${webhookSecret(run)}`;
const word = (id: string, event = "SUCCEEDED") => ({
  eventType: `ACTOR.RUN.${event}`,
  eventData: { actorRunId: id },
  resource: { id, status: event },
});
const ask = async () => {
  const { status, body } = await world.call(ada, "POST run", { body: {} });
  expect(status).toBe(202);
  return body.run_id as string;
};
const stateOf = async (id: string) => (await world.call(ada, "GET runs/[id]", { id })).body;

describe("Apify's word about a run", () => {
  it("is believed in nothing: eleven of it, reordered, make one import (invariant 21)", async () => {
    const id = await ask();
    for (const event of ["FAILED", "SUCCEEDED", "ABORTED"]) {
      expect(await world.hint(id, bearer(id), word("anything", event))).toBe(202);
    }
    await world.work();
    const before = await stateOf(id);
    expect(before).toMatchObject({ state: "succeeded", items: 200 });
    for (let time = 0; time < 11; time++) {
      expect(await world.hint(id, bearer(id), word(before.apify_run_id, "FAILED"))).toBe(202);
    }
    await world.work();
    expect(await stateOf(id)).toEqual({ ...before, seconds: expect.anything() });
    expect(await world.datasets()).toHaveLength(1);
  });

  it.each([
    ["nothing", () => null],
    ["the cron's secret", () => "Bearer cron-secret-for-tests"],
    ["another run's secret", () => bearer(crypto.randomUUID())],
    ["the secret of undefined", () => bearer("undefined")],
    ["a shorter one", (id: string) => bearer(id).slice(0, -1)],
  ])("is refused with %s, and leaves no trace (invariants 11, 21)", async (_what, shown) => {
    const id = await ask();
    expect(await world.hint(id, shown(id), word("forged"))).toBe(401);
    expect(await world.count("ingest_runs where hinted_at is not null and id = $1", [id])).toBe(0);
  });

  it("does no harm with a body that is endless or no JSON", async () => {
    const id = await ask();
    expect(await world.hint(id, bearer(id), "x".repeat(1_000_000))).toBe(202);
    expect(await world.hint(id, bearer(id), "{")).toBe(202);
    expect(await world.hint(id, bearer(id), word("../../users/me"))).toBe(202);
    expect(await world.count("ingest_runs where hinted_run_id is not null and id = $1", [id])).toBe(
      0,
    );
  });

  it("is asked for with a secret of this run alone, and not without an address of ours", () => {
    const [webhook] = JSON.parse(Buffer.from(webhooksFor("a run") ?? "", "base64").toString());
    expect(webhook.requestUrl).toBe("http://app.test/api/webhooks/apify?run=a%20run");
    const { Authorization } = JSON.parse(webhook.headersTemplate);
    expect(isWebhookOf("a run", Authorization)).toBe(true);
    expect(isWebhookOf("another", Authorization)).toBe(false);
    expect(JSON.stringify(webhook)).not.toContain("cron-secret-for-tests");
  });
});

describe("a start whose answer was lost", () => {
  async function lost() {
    const id = await ask();
    // Apify starts it, and the answer breaks off.
    world.simulator.faults.set([
      { platform: "apify", kind: "cut", rate: 1, delaySeconds: 1, times: 1 },
    ]);
    await world.work();
    expect(await stateOf(id)).toMatchObject({ state: "unclear", apify_run_id: null });
    return id;
  }
  const started = async (id: string) => {
    const request = { method: "POST", headers: { authorization: "Bearer someone" }, body: "{}" };
    const url = `${world.simulator.url}/apify/v2/actors/${id}/runs`;
    const answer = await fetch(url, request);
    return (await answer.json()).data.id as string;
  };

  it("is never repeated, however often it is looked at", async () => {
    await lost();
    const before = (await world.datasets()).length;
    for (let time = 0; time < 5; time++) await world.work();
    expect(await world.datasets()).toHaveLength(before);
    expect((await world.call(ada, "POST run", { body: {} })).status).toBe(409);
  });

  it("goes on with the run that Apify names, once Apify itself tells of it", async () => {
    const id = await lost();
    const other = await started("apify~instagram-scraper");
    await world.hint(id, bearer(id), word(other));
    await world.work();
    expect(await stateOf(id)).toMatchObject({ state: "unclear", apify_run_id: null });

    const ours = await started("community~instagram-reels-feed");
    await world.hint(id, bearer(id), word(ours));
    await world.work();
    expect(await stateOf(id)).toMatchObject({ state: "succeeded", apify_run_id: ours, items: 200 });
  });

  it("does not take a run that began before it", async () => {
    world.clock.ms -= 3_600_000;
    const older = await started("community~instagram-reels-feed");
    world.clock.ms += 3_600_000;
    const id = await lost();
    await world.hint(id, bearer(id), word(older));
    await world.work();
    expect(await stateOf(id)).toMatchObject({ state: "unclear" });
  });

  it("fails after an hour, with a sentence", async () => {
    const id = await lost();
    await world.sql("update ingest_runs set started_at = now() - interval '61 min' where id = $1", [
      id,
    ]);
    await world.work();
    const run = await stateOf(id);
    expect(run).toMatchObject({ state: "failed", error_code: "unclear" });
    expect(run.error_detail).toMatch(/never learnt.*console\.apify\.com/);
  });

  it("is one whose worker died with it; started again it would be paid for twice (with its control)", async () => {
    const dieStarting = async () => {
      const id = await ask();
      const budget = {
        provider: "apify",
        credential: "x",
        per_second: 100,
        burst: 100,
        quota_zone: "UTC",
      };
      const claim = "select claim_ingest('{}', $1::text::jsonb, 60)";
      await world.sql(claim, [JSON.stringify(budget)]);
      await world.sql(
        "update ingest_runs set leased_until = now() - interval '1 s' where id = $1",
        [id],
      );
      await world.work();
      return stateOf(id);
    };
    expect(await dieStarting()).toMatchObject({ state: "unclear", apify_run_id: null });
    ada = await world.signUp("grace");
    const mend = await world.weaken(
      "private.recover_ingest",
      "then 'unclear' else",
      "then 'queued' else",
    );
    const again = await dieStarting();
    await mend();
    expect(again).toMatchObject({ state: "succeeded" });
  });
});
