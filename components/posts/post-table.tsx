import { METRIC_NOUNS } from "@/components/metrics/absence";
import { metricLabel, SHOWN_METRICS } from "@/components/metrics/metric-label";
import { PostCells } from "@/components/posts/post-cells";
import { postsHref } from "@/components/posts/posts-address";
import { sortOrder } from "@/components/ui/sort-order";
import { SortTh, Table, Th } from "@/components/ui/table";
import type { Gain, PostRow } from "@/lib/posts/post-row";
import type { PostFilter } from "@/lib/posts/schema";

type Sort = PostFilter["sort"];

/** What every row needs to know of the page. */
export type ListContext = {
  filter: PostFilter;
  gains: Map<number, Gain>;
  zone: string;
  now: Date;
};

/** A column starts with what one looks for in it: the largest number, the latest time, the first name. */
const ASCENDING_FIRST: Sort[] = ["title", "author", "platform"];

/** A page of posts with every number; the post stays while the rest scrolls. */
export function PostTable({ rows, ...context }: ListContext & { rows: PostRow[] }) {
  const { filter } = context;
  const sortable = (sort: Sort, label: string, numeric = false) => {
    const first = ASCENDING_FIRST.includes(sort) ? "asc" : "desc";
    const { sorted, next } = sortOrder(filter, sort, first);
    const href = postsHref({ ...filter, sort, order: next });
    return (
      <SortTh key={sort} numeric={numeric} href={href} sorted={sorted}>
        {label}
      </SortTh>
    );
  };
  const [views, ...others] = SHOWN_METRICS;
  return (
    <Table label="Posts" wide>
      <thead className="[&_th:first-child]:left-0 [&_th:first-child]:z-2">
        <tr>
          {sortable("title", "Post")}
          {sortable("author", "Author")}
          {sortable("published_at", "Published")}
          {views && sortable(views, metricLabel(views), true)}
          <Th numeric>{`+ ${METRIC_NOUNS[filter.metric]}, ${filter.days} d`}</Th>
          {sortable("engagement_rate", "Engagement rate", true)}
          {others.map((metric) => sortable(metric, metricLabel(metric), true))}
          {sortable("measured_at", "Measured")}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PostCells key={row.id} row={row} {...context} />
        ))}
      </tbody>
    </Table>
  );
}
