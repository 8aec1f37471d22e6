import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askApify } from "./ask-apify.ts";
import { startSimulator } from "./start-simulator.ts";

const FEED = "someone~instagram-reels-feed";

const startMs = Date.parse("2026-11-01T10:00:00Z");
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let apify: ReturnType<typeof askApify>;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => startMs });
  apify = askApify(simulator.url);
});
beforeEach(() => fetch(`${simulator.url}/_control/reset`, { method: "POST" }));
afterAll(() => simulator.close());

const feed = (resultsLimit: number, query = "") => apify.start(FEED, { resultsLimit }, query);

describe("a dataset of 10,000 items", () => {
  it("is read in pages that make up the whole, each of them fast", async () => {
    const run = await feed(10_000);
    const whole = await apify.page(run);
    expect(whole).toHaveLength(10_000);
    const pages = [];
    const begun = performance.now();
    for (let offset = 0; offset < 10_000; offset += 250) {
      const { headers, body } = await apify.ask(
        `datasets/${run.defaultDatasetId}/items?offset=${offset}&limit=250`,
      );
      expect(headers.get("x-apify-pagination-total")).toBe("10000");
      expect(headers.get("x-apify-pagination-offset")).toBe(String(offset));
      expect(headers.get("x-apify-pagination-count")).toBe("250");
      pages.push(...body);
    }
    expect(performance.now() - begun).toBeLessThan(8000);
    expect(pages).toEqual(whole);
    expect(await apify.page(run, "offset=10000&limit=250")).toEqual([]);
    const { body } = await apify.ask(`actor-runs/${run.id}/dataset/items?offset=9999`);
    expect(body).toEqual(whole.slice(9999));
  });

  it("is the same when many runs came after it", async () => {
    const run = await feed(100);
    const before = await apify.page(run);
    for (let other = 0; other < 20; other += 1) await feed(1);
    expect(await apify.page(run)).toEqual(before);
  });

  it("leaves empty items out of a clean page, but not out of the total", async () => {
    simulator.settings.apifyMutations = true;
    const run = await feed(2000);
    const path = `datasets/${run.defaultDatasetId}/items?clean=true`;
    const { headers, body } = await apify.ask(path);
    expect(body.length).toBeLessThan(2000);
    expect(headers.get("x-apify-pagination-total")).toBe("2000");
  });
});
