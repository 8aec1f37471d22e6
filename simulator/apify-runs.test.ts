import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askApify } from "./ask-apify.ts";
import { startSimulator } from "./start-simulator.ts";

const FEED = "someone~instagram-reels-feed";

const startMs = Date.parse("2026-11-01T10:00:00Z");
let nowMs = startMs;
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let apify: ReturnType<typeof askApify>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
  apify = askApify(simulator.url);
});
beforeEach(() => {
  nowMs = startMs;
  return fetch(`${simulator.url}/_control/reset`, { method: "POST" });
});
afterAll(() => simulator.close());

const feed = (resultsLimit: number, query = "") => apify.start(FEED, { resultsLimit }, query);

describe("a run", () => {
  it("waits, works and ends by the clock, and its items and cost grow with it", async () => {
    simulator.settings.apifyActorSeconds = { [FEED]: 40 };
    const run = await feed(300);
    expect(run).toMatchObject({ status: "READY", finishedAt: null });
    const seen = [];
    for (const seconds of [5, 20, 30, 39, 40]) {
      nowMs = startMs + seconds * 1000;
      const { status, usageTotalUsd, chargedEventCounts } = await apify.look(run);
      const items = await apify.page(run);
      expect(chargedEventCounts).toEqual({ "actor-start": 1, result: items.length });
      expect(usageTotalUsd).toBeCloseTo(0.001 + 0.0023 * items.length, 6);
      seen.push([status, items.length]);
    }
    expect(seen).toEqual([
      ["READY", 0],
      ["RUNNING", 100],
      ["RUNNING", 200],
      ["RUNNING", 290],
      ["SUCCEEDED", 300],
    ]);
    expect((await apify.look(run)).finishedAt).toBe("2026-11-01T10:00:40.000Z");
  });

  it("counts what an item had when it was written, however late it is read", async () => {
    simulator.settings.apifyOddities = false;
    const short = await feed(100);
    const before = await apify.page(short);
    simulator.settings.apifyRunSeconds = 86_400;
    const long = await feed(100);
    nowMs += 10 * 86_400_000;
    expect(await apify.page(short)).toEqual(before);
    const grown = (await apify.page(long)).map(
      ({ playsCount }, at) => playsCount - (before[at]?.playsCount ?? Number.NaN),
    );
    expect(Math.min(...grown)).toBeGreaterThanOrEqual(0);
    expect(grown.filter((gain) => gain > 0).length).toBeGreaterThan(30);
  });

  it("that is aborted stops at once, keeps its items, and cannot be aborted again", async () => {
    simulator.settings.apifyRunSeconds = 40;
    const run = await feed(300);
    nowMs += 20_000;
    const abort = async () => (await apify.ask(`actor-runs/${run.id}/abort`, "POST")).body.data;
    expect(await abort()).toMatchObject({ status: "ABORTING", finishedAt: null });
    nowMs += 60_000;
    expect(await abort()).toMatchObject({
      status: "ABORTED",
      finishedAt: "2026-11-01T10:00:21.000Z",
    });
    expect(await apify.page(run)).toHaveLength(100);
    const ended = await feed(5);
    nowMs += 60_000;
    await apify.ask(`actor-runs/${ended.id}/abort`, "POST");
    expect((await apify.look(ended)).status).toBe("SUCCEEDED");
  });

  it("ends at its timeout with what it has, or half-way when it is told to fail", async () => {
    simulator.settings.apifyRunSeconds = 40;
    const late = await feed(300, "timeout=30");
    simulator.settings.apifyRunEnds = "FAILED";
    const failed = await feed(300);
    nowMs += 60_000;
    expect((await apify.look(late)).status).toBe("TIMED-OUT");
    expect(await apify.page(late)).toHaveLength(200);
    expect((await apify.look(failed)).status).toBe("FAILED");
    expect(await apify.page(failed)).toHaveLength(150);
  });

  it.each([
    ["maxItems=12", 12],
    ["maxTotalChargeUsd=0.1", 43],
    ["maxItems=900", 300],
  ])("writes no more than %s allows", async (query, count) => {
    expect(await apify.page(await feed(300, query))).toHaveLength(count);
  });

  it.each(["maxItems=many", "timeout=-1", "webhooks=bm90IGEgbGlzdA=="])(
    "is not started with %s",
    async (query) => {
      const { status, body } = await apify.ask(`actors/${FEED}/runs?${query}`, "POST", {});
      expect([status, body.error.type]).toEqual([400, "invalid-value"]);
    },
  );

  it("answers within the time that is waited for, though it works longer", async () => {
    simulator.settings.apifyRunSeconds = 40;
    const run = await feed(5);
    const asked = performance.now();
    const { body } = await apify.ask(`actor-runs/${run.id}?waitForFinish=0.2`);
    expect(body.data.status).toBe("READY");
    expect(performance.now() - asked).toBeGreaterThan(190);
  });
});

describe("the rest of the API", () => {
  it("knows who asks, and which actors there are", async () => {
    expect((await apify.ask("users/me")).body.data.username).toBe("simulated");
    const found = async (path: string) => (await apify.ask(path)).status;
    expect(await found("actors/apify~instagram-reel-scraper")).toBe(200);
    expect(await found("acts/clockworks~tiktok-scraper")).toBe(200);
    expect(await apify.ask("actors/someone~weather")).toMatchObject({
      status: 404,
      body: { error: { type: "record-not-found" } },
    });
    expect(await found("actor-runs/none")).toBe(404);
    expect(await found("datasets/none/items")).toBe(404);
  });

  it.each(["users/me", `actors/${FEED}`, "actor-runs/x"])(
    "asks for a token at %s",
    async (path) => {
      const asked = async (headers: Record<string, string>) => {
        const answer = await fetch(`${simulator.url}/apify/v2/${path}`, { headers });
        return [answer.status, (await answer.json()).error.type];
      };
      expect(await asked({})).toEqual([401, "token-not-provided"]);
      const invalid = { authorization: "Bearer invalid-one" };
      expect(await asked(invalid)).toEqual([401, "invalid-token"]);
    },
  );

  it("lists runs for tests", async () => {
    const run = await feed(7);
    const runs = await (await fetch(`${simulator.url}/_control/apify-runs`)).json();
    expect(runs.at(-1)).toEqual({
      id: run.id,
      actor: FEED,
      input: { resultsLimit: 7 },
      datasetId: run.defaultDatasetId,
      startedAt: run.startedAt,
      endsAt: run.startedAt,
      endsAs: "SUCCEEDED",
      status: "SUCCEEDED",
      planned: 7,
      items: 7,
      oddities: expect.any(Object),
      webhooks: [],
    });
  });
});
