import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Counts, playwrightCounts, runTool, vitestCounts } from "./test-step.ts";

const QUIET = { DO_NOT_TRACK: "1", NEXT_TELEMETRY_DISABLED: "1" };

const reports = await mkdtemp(join(tmpdir(), "media-metrics-reports-"));
const results: [string, Counts][] = [];

async function check(title: string, tool: string, args: string[]) {
  const code = await runTool(tool, args, QUIET);
  results.push([title, { passed: 0, failed: code === 0 ? 0 : 1 }]);
}

await check("format and lint", "biome", ["check", "."]);
await check("route types", "next", ["typegen"]);
await check("types", "tsc", ["--noEmit", "--incremental", "false", "-p", "."]);
await check("dead code", "knip", []);

const vitestFile = join(reports, "vitest.json");
const vitest = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestFile}`];
const vitestCode = await runTool("vitest", vitest, QUIET);
results.push(["unit and integration", await vitestCounts(vitestFile, vitestCode)]);

const playwrightFile = join(reports, "playwright.json");
const playwrightCode = await runTool("playwright", ["test", "--reporter=list,json"], {
  ...QUIET,
  PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile,
});
results.push(["browser", await playwrightCounts(playwrightFile, playwrightCode)]);
await rm(reports, { recursive: true });

let [passed, failed] = [0, 0];
console.log("");
for (const [title, counts] of results) {
  passed += counts.passed;
  failed += counts.failed;
  console.log(`${counts.failed === 0 ? "ok    " : "FAILED"} ${title}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
