import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import { z } from "zod";
import type { Api } from "../api.ts";
import { asking, type Call, type Run } from "../command.ts";
import { insist } from "../insist.ts";
import { CliProblem, EXIT, interrupted } from "../problem.ts";
import { progressBar } from "../progress.ts";
import { facts } from "../table.ts";
import { count, counted } from "../text.ts";

const LOOK_MS = 1000;
const uploaded = z.object({ job_id: z.uuid(), invalid_rows: z.number() });
const job = z.object({
  status: z.string(),
  error: z.string().nullable(),
  total_rows: z.number(),
  succeeded_rows: z.number(),
  failed_rows: z.number(),
  waits: z.array(z.object({ platform: z.string(), rows: z.number() })),
  failures: z.array(z.object({ code: z.string(), rows: z.number() })),
});

export function jobCommands(program: Command, run: Run) {
  const jobs = program.command("jobs").description("Files of links.");
  asking(
    jobs
      .command("run <file>")
      .description("Upload a file of links, measure them, and wait for the result."),
    run,
    runJob,
  );
}

async function runJob({ api, words, signal, print, ended }: Call<object>) {
  const { job_id: id, invalid_rows: refused } = await upload(api, words[0] ?? "");
  await api.request("POST", `/api/v1/jobs/${id}/run`);
  const done = await follow(api, id, signal);
  // Rows that could not be used count: who runs this wants all of the file.
  if (done.failed_rows + refused > 0 || done.status !== "completed") ended.code = EXIT.failed;
  print({ job_id: id, invalid_rows: refused, ...done }, () =>
    facts([
      ["Job", id],
      ["Status", done.error ? `${done.status}: ${done.error}` : done.status],
      ["Measured", `${count(done.succeeded_rows)} of ${counted(done.total_rows, "row")}`],
      ["Failed", count(done.failed_rows)],
      ...done.failures.map(({ code, rows }): [string, string] => [`  ${code}`, count(rows)]),
      ["Rejected on reading", count(refused)],
    ]),
  );
}

async function upload(api: Api, file: string) {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "There is no such file" : error.message;
    throw new CliProblem(`${file} cannot be read: ${why}.`);
  });
  const form = new FormData();
  form.set("file", new File([bytes], basename(file)));
  return uploaded.parse(await (await api.request("POST", "/api/v1/jobs/upload", { form })).json());
}

async function follow(api: Api, id: string, signal: AbortSignal) {
  const bar = progressBar("rows", 0);
  try {
    for (;;) {
      const look = async () => (await api.request("GET", `/api/v1/jobs/${id}`)).json();
      const now = job.parse(await insist(look, signal));
      const waiting = now.waits.map(({ platform, rows }) => `${platform}: ${count(rows)} wait`);
      bar.show(now.succeeded_rows + now.failed_rows, {
        of: now.total_rows,
        note: waiting.join(", "),
      });
      if (now.status !== "running" && now.status !== "queued") return now;
      await sleep(LOOK_MS, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw interrupted(`Interrupted. The job goes on at the server: job ${id}.`);
  } finally {
    bar.clear();
  }
}
