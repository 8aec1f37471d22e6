import { measuredLevel } from "@/components/dashboard/measured-level";
import { Badge, SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Freshness } from "@/components/ui/freshness";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Panel } from "@/components/ui/panel";
import { exactCount } from "@/lib/format/count";
import { momentRange } from "@/lib/format/time";
import type { getOverview } from "@/lib/workspaces/queries";

export type Overview = Awaited<ReturnType<typeof getOverview>>;

/** Sums over the latest measurement of each post, each with how many posts had that number. */
export function Totals({
  overview,
  timeZone,
  now,
}: {
  overview: Overview;
  timeZone: string;
  now: Date;
}) {
  const { posts, views_sum, likes_sum, comments_sum } = overview;
  const source = <Source overview={overview} timeZone={timeZone} now={now} />;
  const nothing = "No post has been measured yet.";
  const inPosts = (some: number) =>
    some === posts
      ? `in all ${exactCount(posts)} posts`
      : `in ${exactCount(some)} of ${exactCount(posts)} posts, the others have none`;

  return (
    <Panel label="Totals">
      <KeyFigures>
        <KeyFigure
          label="Posts"
          value={<Count value={posts} />}
          detail="measured at least once"
          source={source}
        />
        <KeyFigure
          label="Views"
          value={<Count value={views_sum} reason={nothing} />}
          detail={inPosts(overview.views_posts)}
          source={source}
        />
        <KeyFigure
          label="Likes"
          value={<Count value={likes_sum} reason={nothing} />}
          detail={inPosts(overview.likes_posts)}
          source={source}
        />
        <KeyFigure
          label="Comments"
          value={<Count value={comments_sum} reason={nothing} />}
          detail={inPosts(overview.comments_posts)}
          source={source}
        />
      </KeyFigures>
    </Panel>
  );
}

function Source({ overview, timeZone, now }: { overview: Overview; timeZone: string; now: Date }) {
  const { first_measured_at: first, last_measured_at: last, posts, simulated_posts } = overview;
  if (!first || !last) return "not measured yet";
  const some = `${exactCount(simulated_posts)} of ${exactCount(posts)} posts were measured by the simulator, the others by their platforms.`;

  return (
    <>
      <span className="inline-flex items-center gap-1.5">
        <Freshness level={measuredLevel(last, now)} />
        {momentRange(first, last, timeZone, now)}
      </span>
      {simulated_posts > 0 && simulated_posts === posts && <SimulatedBadge />}
      {simulated_posts > 0 && simulated_posts < posts && (
        <Badge kind="simulated" tip={some}>
          Partly simulated
        </Badge>
      )}
    </>
  );
}
