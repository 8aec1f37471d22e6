import postgres from "postgres";
import {
  type ApifyAccess,
  type ApifyRun,
  readRun,
  startRun,
} from "../../lib/platforms/apify-client.ts";
import { startSimulator } from "../../simulator/start-simulator.ts";
import { type PastRun, recordFailedRun, recordPastRun } from "./past-ingest.ts";

const HOUR_MS = 3_600_000;
const SLOT_MS = 6 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** Every slot of the last days, and one in two days before. */
const SLOT_DAYS = 7;
const DAYS = 28;
const ITEMS = 200;
const RUN_SECONDS = 95;
/** Of the slots from the newest on: one that Apify ended too early, and one that it never began. */
const TIMED_OUT = 9;
const REFUSED = 16;

const SETTINGS = {
  template: "feed",
  actor: "community~instagram-reels-feed",
  input: { resultsLimit: ITEMS },
  max_items: ITEMS,
  is_scheduled: true,
};

type Demo = {
  appUrl: string;
  databaseUrl: string;
  workspaceId: string;
  accessToken: string;
  simulatorUrl: string;
  /** Of the simulator: ISO 8601. */
  anchor: string;
};

/**
 * Gives a workspace without runs of ingest its schedule, what runs brought so far, and one that runs now.
 * The past comes through the product's own client from a simulator whose clock stands there.
 */
export async function seedIngest(demo: Demo) {
  const sql = postgres(demo.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] =
      await sql`select from ingest_settings where workspace_id = ${demo.workspaceId} limit 1`;
    if (known) return;
    await call(demo, "PUT", "settings", SETTINGS);
    await recordPast(sql, demo);
    await call(demo, "POST", "run", {});
  } finally {
    await sql.end();
  }
}

async function recordPast(sql: postgres.Sql, demo: Demo) {
  const clock = { ms: Date.now() };
  const anchorMs = Date.parse(demo.anchor);
  const simulator = await startSimulator({ port: 0, now: () => clock.ms, anchorMs });
  simulator.settings.apifyRunSeconds = RUN_SECONDS;
  const access: ApifyAccess = {
    baseUrl: `${simulator.url}/apify/v2`,
    token: "simulator",
    words: { token: "the token", account: "The account", actor: "The actor" },
  };
  try {
    for (const { slotMs, number } of slots(Date.now())) {
      const slot = { slotMs, workspaceId: demo.workspaceId, settings: SETTINGS };
      if (number === REFUSED) {
        await recordFailedRun(sql, slot);
        continue;
      }
      simulator.settings.apifyRunEnds = number === TIMED_OUT ? "TIMED-OUT" : "SUCCEEDED";
      clock.ms = slotMs + 20_000;
      const { id } = await started(access);
      clock.ms += (RUN_SECONDS + 1) * 1000;
      const run = runOf(await readRun(access, id, AbortSignal.timeout(30_000)));
      const past: PastRun = { ...slot, run, access };
      // What is shown later has to be served by the simulator that is still there then.
      await recordPastRun(sql, past, (text) => text.replaceAll(simulator.url, demo.simulatorUrl));
    }
  } finally {
    await simulator.close();
  }
}

/** Oldest first; the newest that is over has number 0. */
function slots(nowMs: number) {
  const newest = Math.floor((nowMs - 3 * 60_000) / SLOT_MS) * SLOT_MS;
  const list: { slotMs: number; number: number }[] = [];
  for (let slotMs = newest; slotMs > newest - DAYS * DAY_MS; ) {
    list.unshift({ slotMs, number: list.length });
    slotMs -= newest - slotMs < SLOT_DAYS * DAY_MS ? SLOT_MS : 2 * DAY_MS;
  }
  return list;
}

async function started(access: ApifyAccess) {
  const order = { actor: SETTINGS.actor, input: SETTINGS.input, query: { maxItems: ITEMS } };
  return runOf(await startRun(access, order, AbortSignal.timeout(30_000)));
}

function runOf(answer: Awaited<ReturnType<typeof readRun>>): ApifyRun {
  if (answer.kind === "run") return answer.run;
  throw new Error(`The demo's ingest: ${answer.detail}`);
}

async function call({ appUrl, accessToken }: Demo, method: string, path: string, body: object) {
  const answer = await fetch(new URL(`/api/v1/ingest/${path}`, appUrl), {
    method,
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}
