import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Query } from "../api.ts";
import { asking, type Run } from "../command.ts";
import { CliProblem, EXIT, interrupted } from "../problem.ts";
import { count } from "../text.ts";

type Options = { format: string; output?: string; filter: Record<string, string> };

export function exportCommand(program: Command, run: Run) {
  const command = program
    .command("export <what> [job]")
    .description("Save posts, reels, or a job's rows to a file: export posts, export job ID.")
    .addOption(
      new Option("-f, --format <format>", "of the file")
        .choices(["csv", "xlsx", "jsonl"])
        .default("csv"),
    )
    .option("-o, --output <file>", "where to (- is stdout)")
    .addOption(
      new Option(
        "--filter <name=value>",
        "as the API takes it, such as platform=tiktok; repeatable",
      )
        .argParser(filterOption)
        .default({}, "none"),
    );
  asking<Options>(command, run, async ({ api, words, options, signal, print }) => {
    const { path, name } = source(words);
    const file = options.output ?? `${name}.${options.format}`;
    if (file === "-" && options.json) {
      throw new CliProblem("--json tells of the file, so it needs one: -o FILE.", EXIT.usage);
    }
    const query: Query = options.filter;
    const answer = await api.request("GET", `${path}/export.${options.format}`, { query });
    const bytes = await save(answer, file, signal);
    if (file !== "-") print({ file, bytes }, () => `${file}: ${count(bytes)} bytes.`);
  });
}

function source([what, job]: string[]) {
  if (what === "job" && job !== undefined && /^[\w-]+$/.test(job)) {
    return { path: `/api/v1/jobs/${job}`, name: `job-${job}` };
  }
  if ((what === "posts" || what === "reels") && job === undefined) {
    return { path: `/api/v1/${what}`, name: what };
  }
  throw new CliProblem("Say what to export: posts, reels, or job and its id.", EXIT.usage);
}

function filterOption(text: string, before: Record<string, string>) {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { ...before, [name]: value };
  throw new InvalidArgumentError("Expected name=value, such as platform=tiktok.");
}

/** As it comes, never whole in memory. A file gets its name once it is complete. */
async function save(answer: Response, file: string, signal: AbortSignal) {
  if (!answer.body) throw new CliProblem("The server sent nothing.");
  let bytes = 0;
  const shows = process.stderr.isTTY === true && file !== "-";
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (shows) process.stderr.write(`\r${count(bytes)} bytes`);
      done(null, chunk);
    },
  });
  const part = `${file}.part`;
  // safe because Node's own types of the two streams differ only in name
  const body = Readable.fromWeb(answer.body as import("node:stream/web").ReadableStream);
  try {
    if (file === "-") await pipeline(body, counting, process.stdout, { signal, end: false });
    else await pipeline(body, counting, createWriteStream(part), { signal });
  } catch (error) {
    await rm(part, { force: true });
    if (signal.aborted) throw interrupted("Interrupted. Nothing was saved.");
    const why = error instanceof Error ? error.message : String(error);
    throw new CliProblem(`${file} was not saved: ${why}.`, EXIT.failed, { cause: error });
  } finally {
    if (shows) process.stderr.write("\r\x1b[K");
  }
  if (file !== "-") await rename(part, file);
  return bytes;
}
