// Reads one file in a process of its own and says how it went: path and file name are the arguments.
import { readFileSync } from "node:fs";
import { AppError } from "../../lib/errors.ts";
import { readUpload } from "../../lib/uploads/read-upload.ts";

const [path = "", filename = ""] = process.argv.slice(2);
const bytes = readFileSync(path);
const start = performance.now();
const cpu = process.cpuUsage();
const outcome = await readUpload(bytes, filename, null).then(
  ({ rowsRead, accepted, rejected, duplicates }) => ({
    kind: "read" as const,
    rowsRead,
    judged: accepted.length + rejected.length + duplicates.length,
    accepted: accepted.length,
  }),
  (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return { kind: "refused" as const, code: error.code, message: error.message };
  },
);
// On a busy machine the clock also counts what others do; the time spent here is then the truth.
const { user, system } = process.cpuUsage(cpu);
const ms = Math.min(performance.now() - start, (user + system) / 1000);
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ outcome, ms, peakMiB }));
