// A worker of comments in a process of its own, for tests that kill it.
import { db } from "./own-process.ts";

const { runComments } = await import("../../lib/comments/worker.ts");
console.log("ready");
console.log(JSON.stringify(await runComments(db)));
