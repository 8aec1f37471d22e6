import { AddPosts } from "@/components/posts/add-posts";
import { dayRangeText } from "@/components/posts/trend-words";
import { reportsHref } from "@/components/reports/reports-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Panel } from "@/components/ui/panel";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { ReportQuery } from "@/lib/reports/period";

/** Nothing to report on: the workspace has no posts yet. */
export function NothingYet({ mayAdd }: { mayAdd: boolean }) {
  return (
    <Panel label="Nothing yet">
      {mayAdd ? (
        <EmptyState action={<AddPosts />}>
          No posts yet, so there is nothing to report. Connect an account or upload a file of links:
          the report fills as they are measured.
        </EmptyState>
      ) : (
        <EmptyState>
          No posts yet, so there is nothing to report. It fills once a member connects an account or
          uploads links.
        </EmptyState>
      )}
    </Panel>
  );
}

/** Nothing was published in these days, or not there. */
export function NothingPublished({
  query,
  days,
}: {
  query: ReportQuery;
  days: { from: string; until: string };
}) {
  const { platform, from } = query;
  const where = platform ? ` of ${PLATFORM_NAMES[platform]}` : "";
  const widest = from === undefined && query.days === 90;
  return (
    <Panel label="Nothing published">
      <EmptyState
        action={
          <div className="flex flex-wrap items-center justify-center gap-2">
            {platform && (
              <FilterChip href={reportsHref({ ...query, platform: undefined })}>
                {PLATFORM_NAMES[platform]}
              </FilterChip>
            )}
            {!widest && (
              <ButtonLink
                size="small"
                href={reportsHref({ ...query, from: undefined, until: undefined, days: 90 })}
              >
                Show 90 days
              </ButtonLink>
            )}
          </div>
        }
      >
        {`No post${where} was published ${dayRangeText(days.from, days.until)}. So there is nobody, no hashtag and no hour to rank.`}
      </EmptyState>
    </Panel>
  );
}
