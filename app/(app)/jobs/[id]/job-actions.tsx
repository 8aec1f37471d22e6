import { CircleStop, Play, RefreshCw, RotateCcw, Trash2 } from "lucide-react";
import {
  cancelJobAction,
  deleteJobAction,
  rerunJobAction,
  retryJobAction,
  runJobAction,
} from "@/app/(app)/jobs/[id]/actions";
import { ExportMenu } from "@/components/jobs/export-menu";
import { JobAction } from "@/components/jobs/job-action";
import { hasEnded } from "@/components/jobs/job-counts";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ForbiddenAction } from "@/components/ui/forbidden-action";
import { counted, exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";
import type { ResultFilter } from "@/lib/jobs/schema";

/** What can be done with a job in its state. `allowed`: the viewer's role may change jobs. */
export function JobActions({
  job,
  allowed,
  filter,
  matching,
}: {
  job: JobProgress;
  allowed: boolean;
  filter: ResultFilter;
  matching: number;
}) {
  const { status, failed_rows } = job;
  const shared = { fields: { id: job.id }, allowed };
  return (
    <>
      {status === "running" && (
        <JobAction
          action={cancelJobAction}
          pending="Cancelling"
          terse
          icon={<CircleStop aria-hidden="true" />}
          {...shared}
        >
          Cancel job
        </JobAction>
      )}
      {(status === "queued" || status === "cancelled") && (
        <JobAction
          action={runJobAction}
          pending={status === "queued" ? "Starting" : "Resuming"}
          look={{ variant: "primary" }}
          icon={<Play aria-hidden="true" />}
          {...shared}
        >
          {status === "queued" ? "Start" : "Resume"}
        </JobAction>
      )}
      {failed_rows > 0 && (
        <JobAction
          action={retryJobAction}
          pending="Queueing"
          icon={<RefreshCw aria-hidden="true" />}
          {...shared}
        >
          Retry {exactCount(failed_rows)} failed
        </JobAction>
      )}
      {hasEnded(job) && (
        <JobAction
          action={rerunJobAction}
          pending="Starting"
          icon={<RotateCcw aria-hidden="true" />}
          {...shared}
        >
          Run again
        </JobAction>
      )}
      <ExportMenu job={job} filter={filter} matching={matching} />
      {status !== "running" && <DeleteJob job={job} allowed={allowed} />}
    </>
  );
}

function DeleteJob({ job, allowed }: { job: JobProgress; allowed: boolean }) {
  const trigger = (
    <>
      <Trash2 aria-hidden="true" />
      <span className="max-md:sr-only">Delete</span>
    </>
  );
  if (!allowed) return <ForbiddenAction look={{ variant: "quiet" }}>{trigger}</ForbiddenAction>;
  const refused = job.rejected_rows + job.duplicate_rows;
  return (
    <ConfirmDialog
      trigger={trigger}
      look={{ variant: "quiet" }}
      title={`Delete ${job.source_filename}?`}
      action={deleteJobAction}
      fields={{ id: job.id }}
      confirm="Delete job"
      typed={job.source_filename}
    >
      {`The job goes for good, with its ${counted(job.total_rows, "row")}`}
      {refused > 0 && ` and the list of the ${counted(refused, "row")} that were not taken`}. The
      posts and the numbers measured so far stay.
    </ConfirmDialog>
  );
}
