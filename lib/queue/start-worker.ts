import "server-only";
import { after } from "next/server";
import { callWorker } from "@/lib/queue/call-worker";

/** Has the queue worked on once this request is answered. */
export function startWorkerAfterwards() {
  after(callWorker);
}
