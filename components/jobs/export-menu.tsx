import { CircleX, FileX2 } from "lucide-react";
import { doneRows, refusedWords } from "@/components/jobs/job-counts";
import { resultQuery } from "@/components/jobs/result-address";
import { ExportFormats, ExportLabel } from "@/components/metrics/export-formats";
import { Badge } from "@/components/ui/badge";
import { Menu, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { counted, exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";
import type { ResultFilter } from "@/lib/jobs/schema";

/** Files of the rows as the table has them: same filters, same order. `matching` is how many rows that is. */
export function ExportMenu({
  job,
  filter,
  matching,
}: {
  job: JobProgress;
  filter: ResultFilter;
  matching: number;
}) {
  const address = `/api/v1/jobs/${job.id}`;
  const partial = job.status !== "completed";
  const refused = job.rejected_rows + job.duplicate_rows;
  return (
    <div id="export-menu" className="max-md:flex-1 max-md:*:w-full">
      <Menu wide trigger={<ExportLabel />} note={note(job, partial, matching)}>
        <ExportFormats
          hrefOf={(type) => `${address}/export.${type}${resultQuery(filter)}`}
          csv="platform, url, our numbers, then your other columns"
          jsonl="One row a line, with why each gap"
          end={partial && <Badge kind="partial">Partial</Badge>}
        />
        {job.failed_rows + refused > 0 && <MenuSeparator />}
        {job.failed_rows > 0 && (
          <MenuLink
            download
            href={`${address}/export.csv?state=failed`}
            icon={<CircleX aria-hidden="true" />}
            title="Failed rows only"
            end={<Amount>{job.failed_rows}</Amount>}
            detail="CSV, with the cause of each"
          />
        )}
        {refused > 0 && (
          <MenuLink
            download
            href={`${address}/rejected.csv`}
            icon={<FileX2 aria-hidden="true" />}
            title="Rows that were not taken"
            end={<Amount>{refused}</Amount>}
            detail={`CSV as uploaded, with file row and error: ${refusedWords(job)}`}
          />
        )}
      </Menu>
    </div>
  );
}

function note(job: JobProgress, partial: boolean, matching: number) {
  const rows =
    matching === job.total_rows
      ? `All ${counted(matching, "row")}, in the order of the table.`
      : `The ${counted(matching, "row")} that the filters leave, in the order of the table.`;
  if (!partial) return rows;
  const done = `${exactCount(doneRows(job))} of ${exactCount(job.total_rows)} are done`;
  return `${rows} ${done}: a file made now is marked partial.`;
}

function Amount({ children }: { children: number }) {
  return <span className="text-xs text-muted">{exactCount(children)}</span>;
}
