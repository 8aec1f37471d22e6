import { Badge, type BadgeKind } from "@/components/ui/badge";
import { exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";

type Counts = Pick<JobProgress, "status" | "succeeded_rows" | "failed_rows">;

/** The state of a job. Unless `short`, a completed one whose rows failed says so. */
export function JobStateBadge({
  job,
  short = false,
}: {
  job: Counts;
  short?: boolean | undefined;
}) {
  const [kind, word, more] = look(job);
  return <Badge kind={kind}>{short ? word : `${word}${more}`}</Badge>;
}

function look({ status, succeeded_rows, failed_rows }: Counts): [BadgeKind, string, string] {
  switch (status) {
    case "queued":
      return ["plain", "Queued", ""];
    case "running":
      return ["accent", "Running", ""];
    case "cancelled":
      return ["plain", "Cancelled", ""];
    case "failed":
      return ["bad", "Failed", ""];
    case "completed":
      if (failed_rows === 0) return ["ok", "Completed", ""];
      if (succeeded_rows === 0) return ["bad", "Completed", ", every row failed"];
      return ["warn", "Completed", `, ${exactCount(failed_rows)} failed`];
  }
}
