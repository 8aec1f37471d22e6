import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, "read-one.ts");

const report = z.object({
  ms: z.number(),
  peakMiB: z.number(),
  outcome: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("read"),
      rowsRead: z.number(),
      judged: z.number(),
      accepted: z.number(),
    }),
    z.object({ kind: z.literal("refused"), code: z.string(), message: z.string() }),
  ]),
});

/** Reads a file in a fresh process. Rejects when that process dies or takes over 20 seconds. */
export async function readInChild(filename: string, bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), "hostile-"));
  const path = join(folder, "upload");
  try {
    await writeFile(path, bytes);
    const { stdout } = await run(process.execPath, [SCRIPT, path, filename], { timeout: 20_000 });
    return report.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}
