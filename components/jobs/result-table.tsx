import { resultHref } from "@/components/jobs/result-address";
import { ResultCells, type RowContext } from "@/components/jobs/result-cells";
import { SortTh, Table, Th } from "@/components/ui/table";
import type { ResultRow } from "@/lib/jobs/result-row";
import type { ResultFilter } from "@/lib/jobs/schema";

type Sort = ResultFilter["sort"];

const COLUMNS: { sort: Sort; label: string; numeric?: true }[] = [
  { sort: "row_number", label: "Row" },
  { sort: "state", label: "State" },
  { sort: "title", label: "Post" },
  { sort: "author", label: "Author" },
  { sort: "views", label: "Views", numeric: true },
  { sort: "likes", label: "Likes", numeric: true },
  { sort: "comments", label: "Comments", numeric: true },
  { sort: "shares", label: "Shares", numeric: true },
  { sort: "saves", label: "Saves", numeric: true },
  { sort: "engagement_rate", label: "ER by views", numeric: true },
  { sort: "published_at", label: "Published" },
  { sort: "measured_at", label: "Measured" },
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
      <thead className="[&_th:first-child]:left-0 [&_th:first-child]:z-2">
        <tr>
          {COLUMNS.map(({ sort, label, numeric }) => (
            <SortTh
              key={sort}
              numeric={numeric}
              href={sortHref(context.jobId, filter, sort)}
              sorted={sortedAs(filter, sort)}
            >
              {label}
            </SortTh>
          ))}
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

function sortHref(jobId: string, filter: ResultFilter, sort: Sort) {
  const first = DESCENDING_FIRST.includes(sort) ? "desc" : "asc";
  const other = first === "desc" ? "asc" : "desc";
  const order = filter.sort === sort && filter.order === first ? other : first;
  return resultHref(jobId, { ...filter, sort, order });
}

function sortedAs(filter: ResultFilter, sort: Sort) {
  if (filter.sort !== sort) return null;
  return filter.order === "asc" ? "ascending" : "descending";
}
