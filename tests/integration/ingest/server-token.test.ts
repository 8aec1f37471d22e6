import { afterAll, beforeAll, expect, it } from "vitest";
import { FEED, type IngestWorld, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

const STRANGE = "somebody~reads-the-token";

let world: IngestWorld;
let ada: TestUser;

beforeAll(async () => {
  // As a server does that pays for runs itself.
  world = await startIngestWorld({ FEATURE_FAKE_INSIGHTS: "false", APIFY_TOKEN: "simulator" });
  process.env.APIFY_BASE_URL = `${world.simulator.url}/apify/v2`;
  ada = await world.signUp("ada");
});
afterAll(() => world.stop());

const settings = { input: { resultsLimit: 5 }, max_items: 5 };
const calls = () => world.simulator.requests().apify?.count ?? 0;

it("runs the actors that the server names, and those of the forms", async () => {
  expect(await world.ingest(ada)).toMatchObject({ state: "succeeded", token_source: "server" });
  const actor = "apify/instagram-reel-scraper";
  const input = { username: ["harbor"], resultsLimit: 5 };
  const { status } = await world.call(ada, "PUT settings", {
    body: { actor, input, max_items: 5 },
  });
  expect(status).toBe(200);
  expect(await world.ingest(ada)).toMatchObject({ state: "succeeded", token_source: "server" });
});

it("is not handed to any other actor: a run by hand is refused, a planned one fails unasked", async () => {
  const body = { ...settings, actor: STRANGE, is_scheduled: true };
  expect((await world.call(ada, "PUT settings", { body })).status).toBe(200);
  const asked = await world.call(ada, "POST run", { body: {} });
  expect(asked.status).toBe(503);
  expect(asked.body.error.message).toContain(STRANGE);
  expect(asked.body.error.message).toContain(FEED);

  const before = calls();
  await world.slot();
  const [run] = (await world.runs(ada.workspaceId)).slice(-1);
  expect(run).toMatchObject({ trigger: "schedule", state: "failed", error_code: "not_configured" });
  expect(run?.error_detail).toContain(STRANGE);
  expect(calls()).toBe(before);
});

it("stays out of it when the workspace pays by itself", async () => {
  const body = { ...settings, actor: STRANGE, token: "apify_api_of_the_workspace" };
  expect((await world.call(ada, "PUT settings", { body })).status).toBe(200);
  // The simulator knows no such actor: that it was asked is what counts.
  const before = calls();
  const run = await world.ingest(ada);
  expect(run.token_source).toBe("workspace");
  expect(calls()).toBeGreaterThan(before);
});
