import { resultHref } from "@/components/jobs/result-address";
import { ResultCells, type RowContext } from "@/components/jobs/result-cells";
import { sortOrder } from "@/components/ui/sort-order";
import { SortTh, Table, Th } from "@/components/ui/table";
import type { ResultRow } from "@/lib/jobs/result-row";
import type { ResultFilter } from "@/lib/jobs/schema";

type Sort = ResultFilter["sort"];

// The widths keep columns in place while a job fills them.
const COLUMNS: { sort: Sort; label: string; width: string; numeric?: true }[] = [
  { sort: "row_number", label: "Row", width: "min-w-12" },
  { sort: "state", label: "State", width: "min-w-26" },
  { sort: "title", label: "Post", width: "min-w-56" },
  { sort: "author", label: "Author", width: "min-w-26" },
  { sort: "views", label: "Views", width: "min-w-18", numeric: true },
  { sort: "likes", label: "Likes", width: "min-w-16", numeric: true },
  { sort: "comments", label: "Comments", width: "min-w-20", numeric: true },
  { sort: "shares", label: "Shares", width: "min-w-16", numeric: true },
  { sort: "saves", label: "Saves", width: "min-w-16", numeric: true },
  { sort: "engagement_rate", label: "ER by views", width: "min-w-24", numeric: true },
  { sort: "published_at", label: "Published", width: "min-w-22" },
  { sort: "measured_at", label: "Measured", width: "min-w-26" },
];

/** A column starts with what one looks for in it: the largest number, the latest time, the first name. */
const DESCENDING_FIRST: Sort[] = [
  "views",
  "likes",
  "comments",
  "shares",
  "saves",
  "engagement_rate",
  "published_at",
  "measured_at",
];

/** The rows of a job with every column; the row number stays while the rest scrolls. */
export function ResultTable({
  rows,
  filter,
  extraColumns,
  ...context
}: RowContext & { rows: ResultRow[]; filter: ResultFilter; extraColumns: string[] }) {
  return (
    <Table label="Rows" wide>
      <colgroup>
        {COLUMNS.map(({ sort, width }) => (
          <col key={sort} className={width} />
        ))}
      </colgroup>
      <thead className="[&_th:first-child]:left-0 [&_th:first-child]:z-2">
        <tr>
          {COLUMNS.map(({ sort, label, numeric }) => {
            const first = DESCENDING_FIRST.includes(sort) ? "desc" : "asc";
            const { sorted, next } = sortOrder(filter, sort, first);
            const href = resultHref(context.jobId, { ...filter, sort, order: next });
            return (
              <SortTh key={sort} numeric={numeric} href={href} sorted={sorted}>
                {sort === "row_number" && !context.fileRows ? "No." : label}
              </SortTh>
            );
          })}
          {extraColumns.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike, and they keep their order
            <Th key={index}>
              <span className="font-mono">{name}</span>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ResultCells key={row.row_number} row={row} {...context} />
        ))}
      </tbody>
    </Table>
  );
}
