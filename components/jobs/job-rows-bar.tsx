import { doneRows } from "@/components/jobs/job-counts";
import { ProgressBar } from "@/components/ui/segmented-progress";
import { counted, exactCount } from "@/lib/format/count";
import type { ListedJob } from "@/lib/jobs/queries";

/** A job's rows as a small bar, with the counts beside it. */
export function JobRowsBar({ job }: { job: ListedJob }) {
  const { succeeded_rows, failed_rows, total_rows } = job;
  const done = doneRows(job);
  return (
    <span className="flex items-center gap-3">
      <span className="block w-28 flex-none lg:w-40">
        <ProgressBar
          thin
          label={`Rows done of ${job.source_filename}`}
          done={done}
          segments={[
            { state: "succeeded", count: succeeded_rows },
            { state: "failed", count: failed_rows },
            { state: "queued", count: total_rows - done },
          ]}
        />
      </span>
      <span className="text-xs text-ink-2">
        <span className="whitespace-nowrap">
          {done === total_rows
            ? counted(total_rows, "row")
            : `${exactCount(done)} of ${counted(total_rows, "row")}`}
        </span>
        {failed_rows > 0 && (
          <span className="whitespace-nowrap text-muted max-md:block">
            <span className="max-md:hidden"> · </span>
            {`${exactCount(succeeded_rows)} succeeded, ${exactCount(failed_rows)} failed`}
          </span>
        )}
      </span>
    </span>
  );
}
