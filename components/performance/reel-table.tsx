import { ReelCells } from "@/components/performance/reel-cells";
import { reelsHref } from "@/components/performance/reels-address";
import { sortOrder } from "@/components/ui/sort-order";
import { SortTh, Table, Th } from "@/components/ui/table";
import type { Reel } from "@/lib/reels/reel";
import type { ReelFilter } from "@/lib/reels/schema";

type Sort = ReelFilter["sort"];

/** What every row needs to know of the page. */
export type ReelContext = {
  query: ReelFilter;
  sample: boolean;
  /** How many must be compared before a rank is told. */
  smallest: number;
  /** Place of the first row in the whole list, from 1. */
  first: number;
  zone: string;
  now: Date;
};

/** A column starts with what one looks for in it: the largest number, the latest time, the first name. */
const ASCENDING_FIRST: Sort[] = ["author", "platform"];

/** A page of reels with every number; place and reel stay while the rest scrolls. */
export function ReelTable({ reels, ...context }: ReelContext & { reels: Reel[] }) {
  const { query, first } = context;
  const sortable = (sort: Sort, label: string, numeric = false) => {
    const { sorted, next } = sortOrder(
      query,
      sort,
      ASCENDING_FIRST.includes(sort) ? "asc" : "desc",
    );
    const href = reelsHref(query, { sort, order: next });
    return (
      <SortTh numeric={numeric} href={href} sorted={sorted}>
        {label}
      </SortTh>
    );
  };
  return (
    <Table label="All reels" wide>
      <thead className="[&_th:first-child]:left-0 [&_th:first-child]:z-2">
        <tr>
          <Th>Reel</Th>
          {sortable("platform", "Platform")}
          {sortable("author", "Author")}
          {sortable("score", "Score", true)}
          <Th>Status</Th>
          {sortable("views", "Views", true)}
          {sortable("velocity", "Views/h", true)}
          <Th numeric>Now/h</Th>
          {sortable("er", "ER", true)}
          {sortable("outlier", "Outlier", true)}
          <Th numeric>ER pct.</Th>
          <Th numeric>Views/h pct.</Th>
          <Th numeric>Views pct.</Th>
          {sortable("published", "Published")}
          <Th numeric>Age</Th>
          <Th>Measured</Th>
        </tr>
      </thead>
      <tbody>
        {reels.map((reel, at) => (
          <ReelCells key={reel.post_id} reel={reel} place={first + at} {...context} />
        ))}
      </tbody>
    </Table>
  );
}
