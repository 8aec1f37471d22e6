import { METRIC_NOUNS } from "@/components/metrics/absence";
import type { AwaitedPosts } from "@/components/posts/awaited";
import { NoPostsYet } from "@/components/posts/no-posts-yet";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { calendarDay } from "@/lib/format/time";
import type { Trend } from "@/lib/posts/trends";

/** No number in these days: no post is there at all, or none of these was measured by then. */
export function NoTrend({
  trend,
  empty,
  awaited,
  mayAdd,
}: {
  trend: Trend;
  /** The workspace holds no post. */
  empty: boolean;
  awaited: AwaitedPosts | null;
  mayAdd: boolean;
}) {
  return (
    <Panel label="Nothing measured">
      {empty ? (
        <NoPostsYet awaited={awaited} mayAdd={mayAdd} />
      ) : (
        <EmptyState action={<ButtonLink href="/posts">See the posts</ButtonLink>}>
          {trend.from > trend.today
            ? "These days are yet to come."
            : `No ${METRIC_NOUNS[trend.metric]} of these posts were measured by ${calendarDay(trend.until, "UTC")}. Choose another number, or other posts, above.`}
        </EmptyState>
      )}
    </Panel>
  );
}
