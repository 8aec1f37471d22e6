import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import { z } from "zod";
import type { Api } from "../api.ts";
import { asking, type Run } from "../command.ts";
import { insist } from "../insist.ts";
import { EXIT, interrupted } from "../problem.ts";
import { progressBar } from "../progress.ts";
import { facts } from "../table.ts";
import { count } from "../text.ts";

const LOOK_MS = 2000;
const started = z.object({ run_id: z.uuid() });
const runState = z.object({
  state: z.string(),
  items: z.number().nullable(),
  read: z.number(),
  ingested: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  new_posts: z.number(),
  error_detail: z.string().nullable(),
  finished_at: z.string().nullable(),
});

export function ingestCommands(program: Command, run: Run) {
  const ingest = program.command("ingest").description("Reels brought in from Apify.");
  const command = ingest
    .command("run")
    .description("Start a run, and wait until its items are read.")
    .option("--test", "ten items at most");
  asking<{ test?: boolean }>(command, run, async ({ api, options, signal, print, ended }) => {
    const json = { test: options.test ?? false };
    const answer = await api.request("POST", "/api/v1/ingest/run", { json });
    const { run_id: id } = started.parse(await answer.json());
    const done = await follow(api, id, signal);
    if (done.state !== "succeeded" || done.quarantined > 0) ended.code = EXIT.failed;
    print({ run_id: id, ...done }, () =>
      facts([
        ["Run", id],
        ["State", done.error_detail ? `${done.state}: ${done.error_detail}` : done.state],
        ["Items", count(done.items)],
        ["Ingested", count(done.ingested)],
        ["New posts", count(done.new_posts)],
        ["Duplicates", count(done.duplicates)],
        ["Quarantined", count(done.quarantined)],
      ]),
    );
  });
}

async function follow(api: Api, id: string, signal: AbortSignal) {
  const bar = progressBar("items", 0);
  try {
    for (;;) {
      const look = async () => (await api.request("GET", `/api/v1/ingest/runs/${id}`)).json();
      const now = runState.parse(await insist(look, signal));
      bar.show(now.read, { of: now.items ?? 0, note: now.state });
      if (now.finished_at !== null) return now;
      await sleep(LOOK_MS, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw interrupted(`Interrupted. The run goes on at the server: run ${id}.`);
  } finally {
    bar.clear();
  }
}
