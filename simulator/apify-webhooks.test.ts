import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { askApify } from "./ask-apify.ts";
import { startSimulator } from "./start-simulator.ts";

const FEED = "someone~instagram-reels-feed";
const EVENTS = ["SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"].map((name) => `ACTOR.RUN.${name}`);

const startMs = Date.parse("2026-11-01T10:00:00Z");
let nowMs = startMs;
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let apify: ReturnType<typeof askApify>;
let receiver: ReturnType<typeof createServer>;
let requestUrl = "";
let answersWith = 200;
let heard: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => nowMs });
  apify = askApify(simulator.url);
  receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    heard.push({ headers: request.headers, body });
    response.writeHead(answersWith).end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  // Safe because a server that listens on a port has an address, and no path.
  requestUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  nowMs = startMs;
  heard = [];
  answersWith = 200;
  await fetch(`${simulator.url}/_control/reset`, { method: "POST" });
  simulator.settings.apifyRunSeconds = 10;
});
afterAll(async () => {
  receiver.close();
  await simulator.close();
});

function start(webhook: object) {
  const list = [{ eventTypes: EVENTS, requestUrl, ...webhook }];
  const webhooks = encodeURIComponent(Buffer.from(JSON.stringify(list)).toString("base64"));
  return apify.start(FEED, { resultsLimit: 5 }, `webhooks=${webhooks}`);
}
const latest = async () =>
  (await (await fetch(`${simulator.url}/_control/apify-runs`)).json()).at(-1);
const heardOf = (count: number) => vi.waitFor(() => expect(heard).toHaveLength(count));
/** Long enough for whatever would come. */
const aWhile = () => sleep(200);

it("tells the end of a run twice, with the headers of the template, and not before it ends", async () => {
  const run = await start({ headersTemplate: '{"Authorization":"Bearer secret"}' });
  await aWhile();
  expect(heard).toEqual([]);
  nowMs += 10_000;
  await heardOf(2);
  for (const { headers, body } of heard) {
    expect(headers).toMatchObject({
      authorization: "Bearer secret",
      "content-type": "application/json; charset=utf-8",
      "x-apify-webhook": expect.any(String),
      "x-apify-webhook-dispatch-id": heard[0]?.headers["x-apify-webhook-dispatch-id"],
      "x-apify-request-origin": "WEBHOOK",
    });
    expect(JSON.parse(body)).toEqual({
      userId: "simulated",
      createdAt: "2026-11-01T10:00:10.000Z",
      eventType: "ACTOR.RUN.SUCCEEDED",
      eventData: { actorId: FEED, actorRunId: run.id },
      resource: await apify.look(run),
    });
  }
  await aWhile();
  expect(heard).toHaveLength(2);
});

it.each([
  ["TIMED-OUT", "ACTOR.RUN.TIMED_OUT"],
  ["FAILED", "ACTOR.RUN.FAILED"],
] as const)("names the event of a run that ends as %s %s", async (ends, event) => {
  simulator.settings.apifyRunEnds = ends;
  await start({});
  nowMs += 10_000;
  await heardOf(2);
  expect(JSON.parse(heard[0]?.body ?? "")).toMatchObject({
    eventType: event,
    resource: { status: ends },
  });
});

it("tells that a run was aborted", async () => {
  const run = await start({});
  nowMs += 5000;
  await apify.ask(`actor-runs/${run.id}/abort`, "POST");
  nowMs += 2000;
  await heardOf(2);
  expect(heard[0]?.body).toContain("ACTOR.RUN.ABORTED");
});

it.each([
  ["once", 1],
  ["never", 0],
] as const)("tells it %s when told so, also after the run was started", async (often, count) => {
  await start({});
  const body = JSON.stringify({ apifyWebhooks: often });
  await fetch(`${simulator.url}/_control/settings`, { method: "POST", body });
  nowMs += 10_000;
  await heardOf(count);
  await aWhile();
  expect(heard).toHaveLength(count);
});

it("keeps silent about events that were not asked for", async () => {
  await start({ eventTypes: ["ACTOR.RUN.FAILED"] });
  nowMs += 10_000;
  await aWhile();
  expect(heard).toEqual([]);
});

it("fills a template of the payload", async () => {
  const run = await start({ payloadTemplate: '{"run":{{resource.id}},"as":{{eventType}}}' });
  nowMs += 10_000;
  await heardOf(2);
  expect(JSON.parse(heard[0]?.body ?? "")).toEqual({ run: run.id, as: "ACTOR.RUN.SUCCEEDED" });
});

it("notes what was answered, and calls loopback addresses only", async () => {
  answersWith = 503;
  await start({});
  nowMs += 10_000;
  await heardOf(2);
  await vi.waitFor(async () =>
    expect((await latest()).webhooks).toEqual(
      Array(2).fill({ url: requestUrl, eventType: "ACTOR.RUN.SUCCEEDED", answered: 503 }),
    ),
  );
  await start({ requestUrl: "http://192.0.2.1/hook" });
  nowMs += 10_000;
  await vi.waitFor(async () => {
    const [{ answered }] = (await latest()).webhooks;
    expect(answered).toContain("only loopback addresses");
  });
});
