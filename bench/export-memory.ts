// Peak memory and speed of an export: node bench/export-memory.ts csv|xlsx|jsonl --rows 1000000
import { parseArgs } from "node:util";
import type { Column, Row } from "../lib/exports/column.ts";
import { csvStream } from "../lib/exports/csv.ts";
import { jsonlStream } from "../lib/exports/jsonl.ts";
import { xlsxStream } from "../lib/exports/xlsx.ts";

const PAGE_ROWS = 1_000;
const WRITERS = { csv: csvStream, xlsx: xlsxStream, jsonl: jsonlStream };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "1000000" } },
});
const rowCount = Number(values.rows);
const write = Object.entries(WRITERS).find(([name]) => name === positionals[0])?.[1];
if (!write || !Number.isSafeInteger(rowCount)) {
  throw new Error("Say what to write: node bench/export-memory.ts csv|xlsx|jsonl --rows 1000000");
}

const columns: Column[] = [
  { key: "platform", header: "platform", type: "text" },
  { key: "url", header: "url", type: "text" },
  { key: "title", header: "title", type: "text" },
  { key: "views", header: "views", type: "count" },
  { key: "likes", header: "likes", type: "count" },
  { key: "comments", header: "comments", type: "count" },
  { key: "published_at", header: "published_at", type: "datetime" },
  { key: "engagement_rate", header: "engagement_rate", type: "number" },
  { key: "status", header: "status", type: "text" },
  { key: "error_message", header: "error_message", type: "text" },
  { key: "channel", header: "channel", type: "text" },
  { key: "campaign", header: "campaign", type: "text" },
];

function row(index: number): Row {
  const views = index * 7919;
  return [
    "youtube",
    `https://www.youtube.com/watch?v=${index.toString(36).padStart(11, "a")}`,
    `Autumn menu, part ${index}: "how it's made" & more`,
    String(views),
    index % 10 === 0 ? null : String(Math.floor(views / 20)),
    String(Math.floor(views / 300)),
    new Date(1_700_000_000_000 + index * 60_000).toISOString(),
    "0.053333",
    "succeeded",
    null,
    "Harbor Oats",
    index % 3 === 0 ? "=Winter launch" : "Refill",
  ];
}

async function* pages() {
  for (let first = 0; first < rowCount; first += PAGE_ROWS) {
    const length = Math.min(PAGE_ROWS, rowCount - first);
    yield Array.from({ length }, (_, offset) => row(first + offset));
  }
}

const start = performance.now();
let firstByteMs = 0;
let bytes = 0;
for await (const chunk of write(columns, pages())) {
  firstByteMs ||= performance.now() - start;
  bytes += chunk.length;
}
const totalMs = performance.now() - start;

console.log(
  JSON.stringify({
    format: positionals[0],
    rows: rowCount,
    megabytes: Math.round(bytes / 1e6),
    firstByteMs: Math.round(firstByteMs),
    totalMs: Math.round(totalMs),
    rowsPerSecond: Math.round((rowCount / totalMs) * 1_000),
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
