import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Bench } from "./cases.ts";
import { printFigure } from "./figures.ts";
import { peakMemory } from "./peak-memory.ts";

const ITEMS = 10_000;
const POLL_MS = 100;
const ENDED = ["succeeded", "failed", "timed_out", "aborted", "cancelled"];

type Run = {
  state: string;
  items: number;
  ingested: number;
  duplicates: number;
  quarantined: number;
  new_posts: number;
};

/** One run of a feed with 10,000 items: from "run now" until every item is kept, and again with the same reels. */
export async function benchIngest({ info, product }: Bench) {
  const sql = postgres(info.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await product.call("PUT", "/api/v1/ingest/settings", {
      actor: "community~instagram-reels-feed",
      input: { resultsLimit: ITEMS },
      max_items: ITEMS,
    });
    for (const name of ["ingest of 10,000 items", "ingest again, 6 h later"]) {
      const start = performance.now();
      const run = await runOnce(product);
      const ms = performance.now() - start;
      const peak = await peakMemory(info.appUrl);
      printFigure(name, { ms }, `${words(run)}; server's peak ${peak ?? "?"} MB`);
      if (run.items !== run.ingested + run.duplicates + run.quarantined) {
        throw new Error("The parts do not add up to the items of the run.");
      }
    }
    const start = performance.now();
    await sql`select public.rebuild_ingest(${info.workspaceId})`;
    printFigure("rebuild of both runs, SQL", { ms: performance.now() - start });
  } finally {
    await sql.end();
  }
}

async function runOnce(product: Bench["product"]): Promise<Run> {
  const started = await product.call("POST", "/api/v1/ingest/run");
  // safe because the route's own test checks its shape
  const { run_id: id } = JSON.parse(started.text) as { run_id: string };
  while (true) {
    await sleep(POLL_MS);
    // safe as above
    const run = JSON.parse((await product.call("GET", `/api/v1/ingest/runs/${id}`)).text) as Run;
    if (run.state === "succeeded") return run;
    if (ENDED.includes(run.state)) throw new Error(`The run ended as ${run.state}.`);
  }
}

function words({ items, ingested, duplicates, quarantined, new_posts }: Run) {
  return `${items} items: ${ingested} ingested, ${duplicates} duplicates, ${quarantined} quarantined; ${new_posts} new posts`;
}
