import { DerivedBadge } from "@/components/metrics/derived-badge";
import { reasonsOf } from "@/components/performance/reasons";
import { perHourText } from "@/components/performance/reel-words";
import { whyUnranked } from "@/components/performance/unranked";
import { PercentileBar } from "@/components/posts/standing-bar";
import {
  cohortWords,
  scoreWords,
  standingTitle,
  whyNoStanding,
} from "@/components/posts/standing-words";
import { TextLink } from "@/components/ui/app-link";
import { Count } from "@/components/ui/count";
import { Hint } from "@/components/ui/hint";
import { Missing } from "@/components/ui/missing";
import { Panel, PanelBody, PanelFooter, PanelHead } from "@/components/ui/panel";
import { Rate } from "@/components/ui/rate";
import { Table, Td, Th } from "@/components/ui/table";
import { exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";
import type { Post } from "@/lib/posts/read-post";
import type { Standing as Found } from "@/lib/reels/queries";
import { cohortNoun } from "@/lib/reels/words";
import { searchString } from "@/lib/search";

type Context = { post: Post; zone: string; now: Date };

/** A short video's place among those of its platform; for others why there is none. */
export function Standing({ standing, ...context }: Context & { standing: Found | null }) {
  const title = standingTitle(standing);
  if (!standing) {
    return (
      <Panel>
        <PanelHead title={title} />
        <PanelBody className="text-ink-2">{whyNoStanding(context.post, context)}</PanelBody>
      </Panel>
    );
  }
  const { reel, cohort } = standing;
  const reasons = reasonsOf(reel);
  return (
    <Panel>
      <PanelHead
        title={title}
        sub={`Among ${cohortWords(standing)} · as of ${moment(cohort.ends_at, context.zone, context.now)}`}
        tools={<DerivedBadge from="measured numbers: ranks and score are ours" />}
      />
      <Ranks {...standing} />
      <ul className="list-disc space-y-1 border-t py-3 pr-3.5 pl-8 text-ink-2 marker:text-muted">
        {reasons.length === 0 && <li>Nothing in it stands out</li>}
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        <li>{scoreWords(standing)}</li>
      </ul>
      <PanelFooter>
        <TextLink
          href={`/performance${searchString({ window: `${cohort.days}d` }, { window: "7d" })}`}
        >
          See it among the others
        </TextLink>
      </PanelFooter>
    </Panel>
  );
}

function Ranks({ reel, cohort }: Found) {
  const { views, views_per_hour, engagement_rate, n, engagement_n } = reel;
  const since = `Views over the hours from publishing to measuring: ${exactCount(views)} in ${reel.hours_since_publish.toFixed(1)} h.`;
  const rows = [
    {
      of: "velocity",
      label: "Velocity since publishing",
      value: <Hint tip={since}>{perHourText(views_per_hour)}/h</Hint>,
      percentile: reel.views_per_hour_percentile,
      many: n,
    },
    {
      of: "engagement",
      label: "Engagement, by views",
      value: <Rate ratio={engagement_rate} />,
      percentile: reel.engagement_rate_percentile,
      many: engagement_n,
    },
    {
      of: "views",
      label: "Views",
      value: <Count value={views} />,
      percentile: reel.views_percentile,
      many: n,
    },
  ] as const;
  return (
    <Table label={`Its place among ${cohortNoun(reel.platform)}`}>
      <thead>
        <tr>
          <Th>Rank by</Th>
          <Th numeric>This post</Th>
          <Th>Percentile</Th>
          <Th numeric>Of</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ of, label, value, percentile, many }) => (
          <tr key={of}>
            <Td tone="soft">{label}</Td>
            <Td numeric tone="strong">
              {value}
            </Td>
            <Td className="w-[36%]">
              {percentile === null ? (
                <Missing reason={whyUnranked(reel, cohort.smallest, of)} />
              ) : (
                <PercentileBar value={percentile} />
              )}
            </Td>
            <Td numeric tone="muted">
              {exactCount(many)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
