import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";

const ROOT = resolve(import.meta.dirname, "..");
const BIN = resolve(ROOT, "node_modules/.bin");

export type Counts = { passed: number; failed: number };

/** Runs a program of node_modules, its output shown as it comes. Returns its exit code. */
export async function runTool(name: string, args: string[], env: Record<string, string> = {}) {
  console.log(`\n> ${name} ${args.join(" ")}`);
  const child = spawn(resolve(BIN, name), args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const [code] = await once(child, "exit");
  return Number(code ?? 1);
}

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));

const playwrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));

/** What Vitest's JSON report counted. A run that fails beside its tests counts as one failure. */
export const vitestCounts = (file: string, code: number) => counts(vitestReport, file, code);

/** The same for Playwright's. */
export const playwrightCounts = (file: string, code: number) =>
  counts(playwrightReport, file, code);

async function counts(report: z.ZodType<Counts>, file: string, code: number): Promise<Counts> {
  const text = await readFile(file, "utf8").catch(() => "null");
  const read = report.safeParse(JSON.parse(text));
  const { passed, failed } = read.data ?? { passed: 0, failed: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
