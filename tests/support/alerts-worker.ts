// A worker of alerts in a process of its own, for tests that kill it.
import { db } from "./own-process.ts";

const { runAlerts } = await import("../../lib/alerts/worker.ts");
console.log("ready");
console.log(JSON.stringify(await runAlerts(db)));
