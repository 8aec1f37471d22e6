import { NoResults } from "@/components/jobs/no-results";
import { resultHref } from "@/components/jobs/result-address";
import type { RowContext } from "@/components/jobs/result-cells";
import { ResultFilters } from "@/components/jobs/result-filters";
import { ResultList } from "@/components/jobs/result-list";
import { ResultTable } from "@/components/jobs/result-table";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import type { JobProgress } from "@/lib/jobs/job-progress";
import type { ResultRow } from "@/lib/jobs/result-row";
import type { ResultFilter } from "@/lib/jobs/schema";

/** One page of a job's rows with what filters, sorts and pages them. */
export function ResultPanel({
  job,
  rows,
  filter,
  paging,
  ...context
}: Omit<RowContext, "jobId" | "running" | "fileRows"> & {
  job: JobProgress;
  rows: ResultRow[];
  filter: ResultFilter;
  paging: { page: number; pageSize: number; total: number };
}) {
  const shared = {
    rows: asOf(job, rows),
    jobId: job.id,
    running: job.status === "running",
    fileRows: job.file_rows,
    ...context,
  };
  return (
    <Panel>
      <ResultFilters job={job} filter={filter} />
      {rows.length === 0 ? (
        <NoResults id={job.id} filter={filter} />
      ) : (
        <>
          <ResultTable filter={filter} extraColumns={job.extra_columns} {...shared} />
          <ResultList {...shared} />
          <Pager
            noun="Rows"
            {...paging}
            hrefOf={(page) => resultHref(job.id, { ...filter, page })}
          />
        </>
      )}
    </Panel>
  );
}

/** In a job that does not run no row goes on by itself, so none waits. */
function asOf({ status }: JobProgress, rows: ResultRow[]): ResultRow[] {
  if (status === "running") return rows;
  return rows.map((row) => (row.state === "waiting" ? { ...row, state: "queued" } : row));
}
