const HOUR_MS = 3_600_000;
/** The schedule's interval, and what a run takes until its numbers are here. */
const INTERVAL_MS = 6.5 * HOUR_MS;

/** How current what ingest brought is, by the schedule's interval. */
export function ingestLevel(lastMeasured: string, now: Date) {
  const age = now.getTime() - Date.parse(lastMeasured);
  return age < INTERVAL_MS ? "fresh" : age < 2 * INTERVAL_MS ? "ageing" : "stale";
}
