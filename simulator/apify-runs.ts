import { randomUUID } from "node:crypto";
import type { State } from "./state.ts";

export type Run = {
  id: string;
  actor: string;
  input: unknown;
  startedMs: number;
  endsAs: string;
  seconds: number;
};

const KEPT = 10_000;

/** The runs that were started, the oldest forgotten. Their state follows from the clock. */
export function createRuns({ world, settings }: State) {
  const runs = new Map<string, Run>();

  function start(actor: string, input: unknown): Run {
    const run = {
      id: randomUUID().replaceAll("-", "").slice(0, 17),
      actor,
      input,
      startedMs: world.now(),
      endsAs: settings.apifyRunEnds,
      seconds: settings.apifyRunSeconds,
    };
    runs.set(run.id, run);
    const [oldest] = runs.keys();
    if (runs.size > KEPT && oldest) runs.delete(oldest);
    return run;
  }

  function statusOf({ startedMs, seconds, endsAs }: Run) {
    const elapsed = (world.now() - startedMs) / 1000;
    if (elapsed >= seconds) return endsAs;
    return elapsed < seconds / 4 ? "READY" : "RUNNING";
  }

  /** The run as Apify describes it. `status` overrides what the clock says. */
  function describe(run: Run, status = statusOf(run)) {
    const ended = status !== "READY" && status !== "RUNNING";
    return {
      id: run.id,
      actId: run.actor,
      userId: "simulated",
      startedAt: new Date(run.startedMs).toISOString(),
      finishedAt: ended ? new Date(run.startedMs + run.seconds * 1000).toISOString() : null,
      status,
      statusMessage: ended ? `Run ended as ${status}` : null,
      meta: { origin: "API" },
      exitCode: ended ? Number(status !== "SUCCEEDED") : null,
      defaultDatasetId: `d${run.id}`,
      defaultKeyValueStoreId: `k${run.id}`,
      defaultRequestQueueId: `q${run.id}`,
      usageTotalUsd: 0,
    };
  }

  return { start, describe, get: (id: string) => runs.get(id) };
}
