// A worker of ingest in a process of its own, for tests that kill it.
import { db } from "./own-process.ts";

const { runIngest } = await import("../../lib/ingest/worker.ts");
console.log("ready");
const done = await runIngest(db);
console.log(JSON.stringify({ ...done, rssMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
