import { hasEnded } from "@/components/jobs/job-counts";
import type { JobProgress } from "@/lib/jobs/job-progress";

export const FASTEST_POLL_MS = 1_000;
const SLOWEST_POLL_MS = 5_000;
const GROWTH = 1.5;

/** What must differ for a job to count as moving. */
export function fingerprint(job: JobProgress): string {
  const { status, succeeded_rows, failed_rows, running_rows, waiting_rows, queued_rows } = job;
  return [status, succeeded_rows, failed_rows, running_rows, waiting_rows, queued_rows].join();
}

/** How long to wait before asking again: a second while a job moves, up to five while not; null when it has ended. */
export function nextPollMs(before: JobProgress, after: JobProgress, lastMs: number): number | null {
  if (hasEnded(after)) return null;
  if (fingerprint(before) !== fingerprint(after)) return FASTEST_POLL_MS;
  return slower(lastMs);
}

/** The next wait after one without news. */
export function slower(lastMs: number): number {
  return Math.min(SLOWEST_POLL_MS, lastMs * GROWTH);
}
