import "server-only";
import { claimRows } from "@/lib/jobs/claim";
import { workLease } from "@/lib/jobs/work-lease";
import { workerOf } from "@/lib/queue/worker-frame";
import type { Db } from "@/lib/supabase/server";

export type WorkDone = {
  batches: number;
  rows: number;
  broken: number;
  next_in_seconds: number | null;
};

const work = workerOf({
  name: "worker",
  // Two batches at a time: one is fetched while the other is recorded.
  lanes: 2,
  async claim(db, leaseSeconds) {
    const lease = await claimRows(db, leaseSeconds);
    if ("lease_token" in lease) return { order: lease, next_in_seconds: 0 };
    return { order: null, next_in_seconds: lease.next_in_seconds };
  },
  work: workLease,
  describe: ({ job_id, platform }) => ({ job: job_id, platform }),
});

/** Works on the queue of jobs until nothing can be done now or the time is nearly up. */
export async function runQueue(db: Db): Promise<WorkDone> {
  const { orders, worth, broken, next_in_seconds } = await work(db);
  return { batches: orders, rows: worth, broken, next_in_seconds };
}
