// Reads many mutated files in one process of its own: seed and number of files are the arguments.
import { AppError } from "../../lib/errors.ts";
import { readUpload } from "../../lib/uploads/read-upload.ts";
import type { ReadUpload } from "../../lib/uploads/upload.ts";
import { mutatedFile } from "./mutated-files.ts";

const [seed = 1, files = 500] = process.argv.slice(2).map(Number);
const report = { files, read: 0, accepted: 0, refused: 0, slowestMs: 0, faults: [] as string[] };

for (let n = 0; n < files; n++) {
  const { filename, bytes } = mutatedFile(seed, n);
  const start = performance.now();
  try {
    const upload = await readUpload(bytes, filename, null);
    report.read++;
    report.accepted += upload.accepted.length;
    const fault = faultOf(upload);
    if (fault) report.faults.push(`file ${n}: ${fault}`);
  } catch (error) {
    report.refused++;
    const isSentence = error instanceof AppError && /^[A-Z"].+[.]$/.test(error.message);
    if (!isSentence) report.faults.push(`file ${n}: ${error}`);
  }
  report.slowestMs = Math.max(report.slowestMs, performance.now() - start);
}
const peakMiB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ...report, peakMiB }));

/** Every row has one verdict, no post is accepted twice, and all texts can be stored. */
function faultOf({ rowsRead, accepted, rejected, duplicates, needsLinkColumn }: ReadUpload) {
  const numbers = [...accepted, ...rejected, ...duplicates].map(({ rowNumber }) => rowNumber);
  const isComplete = numbers.length === rowsRead && new Set(numbers).size === rowsRead;
  const areInRange = numbers.every((number) => number >= 1 && number <= rowsRead);
  if (!needsLinkColumn && !(isComplete && areInRange))
    return `${numbers.length} of ${rowsRead} rows`;
  const posts = accepted.map(({ platform, externalId, url }) => `${platform} ${externalId ?? url}`);
  if (new Set(posts).size !== posts.length) return "a post was accepted twice";
  if (rejected.some(({ field, expected }) => field === "" || expected === "")) return "no reason";
  const texts = accepted.flatMap(({ url, extra }) => [url, ...extra]);
  texts.push(...[...rejected, ...duplicates].flatMap(({ cells, found }) => [...cells, found]));
  const isStorable = texts.every((text) => text.isWellFormed() && !text.includes("\0"));
  return isStorable ? null : "a text that no database takes";
}
