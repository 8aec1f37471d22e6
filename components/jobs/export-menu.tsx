import { Braces, ChevronDown, CircleX, Download, FileText, FileX2, Sheet } from "lucide-react";
import { doneRows } from "@/components/jobs/job-counts";
import { resultQuery } from "@/components/jobs/result-address";
import { Badge } from "@/components/ui/badge";
import { Menu, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { counted, exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";
import type { ResultFilter } from "@/lib/jobs/schema";

const FORMATS = [
  { type: "csv", title: "CSV", Icon: FileText, detail: "Your link columns first, then ours" },
  { type: "xlsx", title: "Excel", Icon: Sheet, detail: "Typed numbers and dates" },
  { type: "jsonl", title: "JSON lines", Icon: Braces, detail: "One row a line, with why each gap" },
];

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
      <Menu
        wide
        trigger={
          <>
            <Download aria-hidden="true" />
            Export
            <ChevronDown aria-hidden="true" />
          </>
        }
        note={note(job, partial, matching)}
      >
        {FORMATS.map(({ type, title, Icon, detail }) => (
          <MenuLink
            key={type}
            download
            href={`${address}/export.${type}${resultQuery(filter)}`}
            icon={<Icon aria-hidden="true" />}
            title={title}
            end={partial && <Badge kind="partial">Partial</Badge>}
            detail={detail}
          />
        ))}
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
            detail="CSV in their original shape, with an error column"
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
