import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, "read-mutated.ts");
// FUZZ_FILES=10000 FUZZ_SEED=7 for the long run.
const FILES = process.env.FUZZ_FILES ?? "500";
const SEED = process.env.FUZZ_SEED ?? "1";

it("mutated files are refused with a sentence or read without losing a row (invariants 23, 24)", async () => {
  const { stdout } = await run(process.execPath, [SCRIPT, SEED, FILES], { timeout: 600_000 });
  const report = JSON.parse(stdout);
  if (process.env.FUZZ_FILES) console.log(stdout);
  expect(report.faults).toEqual([]);
  expect(report.read + report.refused).toBe(Number(FILES));
  // Both ways are really taken, or the mutations were too gentle or too rough.
  expect(report.accepted).toBeGreaterThan(0);
  expect(report.refused).toBeGreaterThan(0);
  expect(report.slowestMs).toBeLessThan(2_000);
  expect(report.peakMiB).toBeLessThan(512);
}, 600_000);
