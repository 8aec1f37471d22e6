import { metricLabel, SHOWN_METRICS } from "@/components/metrics/metric-label";
import type { AwaitedPosts } from "@/components/posts/awaited";
import { filterChips } from "@/components/posts/filter-words";
import { NoPosts } from "@/components/posts/no-posts";
import { PostFilters } from "@/components/posts/post-filters";
import { PostList } from "@/components/posts/post-list";
import { type ListContext, PostTable } from "@/components/posts/post-table";
import { postsHref } from "@/components/posts/posts-address";
import { LinkSelect } from "@/components/ui/link-select";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelFooter } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import type { PostRow } from "@/lib/posts/post-row";
import type { PostChoices } from "@/lib/posts/queries";
import { PERIODS, type PostFilter } from "@/lib/posts/schema";

/** A page of posts with what filters, compares and pages them. */
export function PostsPanel({
  rows,
  choices,
  paging,
  awaited,
  mayAdd,
  ...context
}: ListContext & {
  rows: PostRow[];
  choices: PostChoices;
  paging: { page: number; pageSize: number; total: number };
  awaited: AwaitedPosts | null;
  mayAdd: boolean;
}) {
  const { filter } = context;
  return (
    <Panel>
      {(rows.length > 0 || filterChips(filter, choices).length > 0) && (
        <PostFilters filter={filter} choices={choices} />
      )}
      {rows.length === 0 ? (
        <NoPosts filter={filter} choices={choices} awaited={awaited} mayAdd={mayAdd} />
      ) : (
        <>
          <PostTable rows={rows} {...context} />
          <PostList rows={rows} {...context} />
          <PanelFooter className="py-1.5">
            <PeriodChoice filter={filter} />
          </PanelFooter>
          <Pager noun="Posts" {...paging} hrefOf={(page) => postsHref({ ...filter, page })} />
        </>
      )}
    </Panel>
  );
}

/** Which number's gain is shown, and over how many days. */
function PeriodChoice({ filter }: { filter: PostFilter }) {
  const { metric, days } = filter;
  return (
    <>
      <span>Gain of</span>
      <span className="w-32">
        <LinkSelect
          label="Number whose gain is shown"
          value={postsHref(filter)}
          set={metric !== "views"}
          options={SHOWN_METRICS.map((each) => ({
            value: postsHref({ ...filter, metric: each }),
            label: metricLabel(each),
          }))}
        />
      </span>
      <Tabs
        label="Period"
        links={PERIODS.map((each) => ({
          href: postsHref({ ...filter, days: each }),
          label: `${each} days`,
          current: each === days,
        }))}
      />
      <span>
        beside the {days} days before. “—” where it is not known: a gain is never told across a
        redefinition.
      </span>
    </>
  );
}
