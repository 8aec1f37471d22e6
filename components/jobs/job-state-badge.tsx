import { JOB_STATE_WORDS } from "@/components/jobs/job-words";
import { Badge, type BadgeKind } from "@/components/ui/badge";
import { exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";

type Counts = Pick<JobProgress, "status" | "succeeded_rows" | "failed_rows">;

/** The state of a job. A completed one whose rows failed says so; `short` says that alone. */
export function JobStateBadge({
  job,
  short = false,
}: {
  job: Counts;
  short?: boolean | undefined;
}) {
  const word = JOB_STATE_WORDS[job.status];
  if (job.status !== "completed") return <Badge kind={KINDS[job.status]}>{word}</Badge>;
  const { kind, failed } = outcome(job);
  return (
    <Badge kind={kind}>{failed ? (short ? failed : `${word}, ${lowerFirst(failed)}`) : word}</Badge>
  );
}

const KINDS = {
  queued: "plain",
  running: "accent",
  cancelled: "plain",
  failed: "bad",
} satisfies Partial<Record<Counts["status"], BadgeKind>>;

/** How a completed job went: a failing row never fails the job, so its badge has to say it. */
function outcome({ succeeded_rows, failed_rows }: Counts): { kind: BadgeKind; failed?: string } {
  if (failed_rows === 0) return { kind: "ok" };
  if (succeeded_rows > 0) return { kind: "warn", failed: `${exactCount(failed_rows)} failed` };
  return { kind: "bad", failed: failed_rows === 1 ? "Its row failed" : "All rows failed" };
}

function lowerFirst(words: string) {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
