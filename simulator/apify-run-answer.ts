import { endOf, itemsBy, type RunStatus } from "./apify-run-clock.ts";
import type { Run } from "./apify-runs.ts";

/** What Apify charges, as far as it is simulated. */
export const START_USD = 0.001;
export const ITEM_USD = 0.0023;

const UNDER_WAY: RunStatus[] = ["READY", "RUNNING", "ABORTING"];

/** The run as Apify describes it. */
export function describeRun(run: Run, status: RunStatus, nowMs: number) {
  const ended = !UNDER_WAY.includes(status);
  const items = itemsBy(run, nowMs);
  const { options } = run;
  return {
    id: run.id,
    actId: run.actor,
    userId: "simulated",
    startedAt: new Date(run.startedMs).toISOString(),
    finishedAt: ended ? new Date(endOf(run).atMs).toISOString() : null,
    status,
    statusMessage: ended ? `Run ended as ${status}` : null,
    meta: { origin: "API" },
    stats: { restartCount: 0, resurrectCount: 0, computeUnits: items / 10_000 },
    options: {
      build: "latest",
      timeoutSecs: options.timeoutSeconds,
      memoryMbytes: 1024,
      ...(options.maxItems !== null && { maxItems: options.maxItems }),
      ...(options.maxTotalChargeUsd !== null && { maxTotalChargeUsd: options.maxTotalChargeUsd }),
    },
    buildId: "simulated",
    exitCode: ended ? Number(status !== "SUCCEEDED") : null,
    defaultDatasetId: `d${run.id}`,
    defaultKeyValueStoreId: `k${run.id}`,
    defaultRequestQueueId: `q${run.id}`,
    usageTotalUsd: Math.round((START_USD + ITEM_USD * items) * 1e6) / 1e6,
    chargedEventCounts: { "actor-start": 1, result: items },
    generalAccess: "FOLLOW_USER_SETTING",
  };
}
