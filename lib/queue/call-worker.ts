import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import { ownAddress } from "@/lib/own-address";

const PATIENCE_MS = 10_000;

/**
 * Asks this server to work on the queue, in a call of its own. Lost calls do no harm: the cron
 * looks every minute.
 */
export async function callWorker() {
  const url = new URL("/api/worker", ownAddress());
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${env().CRON_SECRET}` },
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) log("warn", "worker refused", { status: answer.status });
  } catch (error) {
    log("warn", "worker not reached", { origin: url.origin, error });
  }
}
