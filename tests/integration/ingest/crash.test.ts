import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type IngestWorld, startIngestWorld } from "../../support/ingest.ts";
import type { TestUser } from "../../support/supabase.ts";

/** Fifty kills and ten thousand items with the flag. */
const MANY = Boolean(process.env.MANY_KILLS);
const KILLS = MANY ? 50 : 8;
const ITEMS = MANY ? 10_000 : 1500;
const PAGE = MANY ? 100 : 60;
const WORKER = fileURLToPath(new URL("../../support/ingest-worker.ts", import.meta.url));

let world: IngestWorld;
let ada: TestUser;

beforeAll(async () => {
  world = await startIngestWorld();
  ada = await world.signUp("ada");
  await world.configure(ada, { maxItems: ITEMS, input: { resultsLimit: ITEMS } });
});
afterAll(() => world.stop());

function startWorker() {
  const child = spawn(process.execPath, [WORKER], {
    env: process.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return {
    ended: once(child, "exit"),
    kill: () => child.kill("SIGKILL"),
    isReady: () => printed.startsWith("ready"),
    said: () => JSON.parse(printed.trim().split("\n").at(-1) ?? "null"),
  };
}
const endLeases = () =>
  world.sql(
    "update ingest_runs set leased_until = now() - interval '1 s' where lease_token is not null",
  );
const read = async () => {
  const [run] = await world.runs(ada.workspaceId);
  return { offset: run?.next_offset ?? 0, isOver: run?.state === "succeeded" };
};
const pagesAsked = () => world.simulator.requests().apify?.count ?? 0;

it(`${KILLS} killed workers: rows are items, nothing twice, at most a page read again (invariants 1, 2)`, async () => {
  const mend = await world.weaken(
    "public.settle_ingest_page",
    "(batch ->> 'page_items')::int",
    String(PAGE),
  );
  await world.sql(`alter table ingest_runs alter page_items set default ${PAGE}`);
  await world.call(ada, "POST run", { body: {} });
  // The start itself is not tried twice: that is another rule.
  const first = startWorker();
  await expect
    .poll(async () => (await read()).offset, { timeout: 30_000, interval: 5 })
    .toBeGreaterThan(0);
  first.kill();
  await first.ended;
  let killed = 1;
  for (; killed < KILLS && !(await read()).isOver; killed++) {
    // What a dead worker had asked for may still have been leased to it after its death.
    await sleep(250);
    await endLeases();
    const before = (await read()).offset;
    const worker = startWorker();
    await expect.poll(worker.isReady, { timeout: 30_000, interval: 5 }).toBe(true);
    const hasWorked = async () => {
      const now = await read();
      return now.isOver || now.offset > before;
    };
    await expect.poll(hasWorked, { timeout: 30_000, interval: 5 }).toBe(true);
    await sleep((((killed * 7) % KILLS) / KILLS) * 60);
    worker.kill();
    await worker.ended;
  }
  await sleep(200);
  await endLeases();
  const last = startWorker();
  await last.ended;
  await mend();

  expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
  const [run] = await world.runs(ada.workspaceId);
  expect(run).toMatchObject({ state: "succeeded", items: ITEMS, next_offset: ITEMS });
  const events = await world.count("raw_events where run_ref = $1", [
    `apify:${run?.provider_run_id}`,
  ]);
  expect(events).toBe(run?.events);
  expect(await world.count("post_metrics")).toBe(run?.ingested);
  expect(await world.count("ingest_quarantine")).toBe(run?.quarantined);
  expect(
    await world.count("post_metrics group by post_id, bucket_at, source having count(*) > 1"),
  ).toBe(0);
  // Each kill costs at most one page that is asked for again.
  expect(pagesAsked()).toBeLessThanOrEqual(Math.ceil(ITEMS / PAGE) + killed + 12);
  const hash = await world.hash(ada);
  await world.sql("select rebuild_ingest($1)", [ada.workspaceId]);
  expect(await world.hash(ada)).toBe(hash);
}, 600_000);

it("a page settled twice would count its items twice, were it not for its place (control of invariant 2)", async () => {
  const grace = await world.signUp("grace");
  await world.configure(grace, { maxItems: 50, input: { resultsLimit: 50 } });
  await world.call(grace, "POST run", { body: {} });
  const lease = { token: crypto.randomUUID() };
  const hold = (offset: number) =>
    world.sql(
      `update ingest_runs set state = 'collecting', provider_run_id = 'twice', provider_status = 'SUCCEEDED', ended_at = now(),
         lease_token = $2, leased_until = now() + interval '1 min', next_offset = $3, duplicates = $3
       where workspace_id = $1`,
      [grace.workspaceId, lease.token, offset],
    );
  const settle = async () => {
    const [run] = await world.runs(grace.workspaceId);
    const batch = {
      run_id: run?.id,
      workspace_id: grace.workspaceId,
      lease_token: lease.token,
      offset: 0,
      items: ["{}"],
      total: 9,
      page_items: 10,
      is_simulated: true,
    };
    return world.sql("select settle_ingest_page($1::text::jsonb)", [JSON.stringify(batch)]);
  };
  await hold(1);
  await expect(settle()).rejects.toThrow(/read before/);
  const mend = await world.weaken(
    "public.settle_ingest_page",
    "r.next_offset <> (batch ->> 'offset')::int",
    "false",
  );
  await settle();
  await mend();
  expect((await world.runs(grace.workspaceId))[0]?.next_offset).toBe(2);
  // Nobody holds it any more, and a stale worker gets nowhere.
  await expect(settle()).rejects.toThrow(/lease/);
});
