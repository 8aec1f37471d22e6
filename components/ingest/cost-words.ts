import { dollars } from "@/components/ingest/ingest-words";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { IngestRun } from "@/lib/ingest/queries";

/** What a run of this actor cost last: the ground for what the next one may. */
export type KnownCost = { usd: string; items: number; at: string };

const RUNS_A_DAY = 4;

/** The newest run of the actor that Apify told the cost of, test runs aside when there are others. */
export function knownCost(runs: IngestRun[], actor: string | null): KnownCost | null {
  const told = runs.filter(
    (run) =>
      run.actor === actor && run.state === "succeeded" && run.cost_usd !== null && run.read > 0,
  );
  const run = told.find(({ trigger }) => trigger !== "test") ?? told[0];
  return run?.cost_usd ? { usd: run.cost_usd, items: run.read, at: run.created_at } : null;
}

/** What so many items may cost, and what that is drawn from. */
export function estimate(known: KnownCost | null, items: number, zone: string, now: Date): string {
  if (known === null) return "What a run costs is known after the first one.";
  const from = `the run of ${moment(known.at, zone, now)} cost ${dollars(known.usd)} for ${counted(known.items, "item")}`;
  if (!Number.isInteger(items) || items < 1) return `Of this actor ${from}.`;
  const run = (Number(known.usd) / known.items) * items;
  return `About ${dollars(run)} a run at most, ${dollars(run * RUNS_A_DAY)} a day on schedule: ${from}.`;
}
