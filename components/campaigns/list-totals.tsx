import { ofPosts, rateWords } from "@/components/campaigns/campaign-words";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Panel } from "@/components/ui/panel";
import { Rate } from "@/components/ui/rate";
import type { CampaignList } from "@/lib/campaigns/answers";
import { counted, exactCount } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** What the campaigns of the filter come to; a post counts once, in however many of them it is. */
export function ListTotals({ list, zone }: { list: CampaignList; zone: string }) {
  const { totals, states, rate_basis } = list;
  const asOf = `as of ${moment(list.as_of, zone)}`;
  const simulated = totals.simulated_posts > 0 && <SimulatedBadge />;
  const noView = totals.posts === 0 ? "No campaign here has posts." : "No views were told yet.";
  return (
    <Panel label="All of these campaigns">
      <KeyFigures>
        <KeyFigure
          label="Campaigns"
          value={exactCount(totals.campaigns)}
          detail={`${exactCount(states.live)} live, ${exactCount(states.active)} active, ${exactCount(states.archived)} archived`}
          source={asOf}
        />
        <KeyFigure
          label="Posts tracked"
          value={<Count value={totals.posts} />}
          detail="each counted once"
          source={
            <>
              {asOf}
              {simulated}
            </>
          }
        />
        <KeyFigure
          label="Total views"
          value={<Count value={totals.views} reason={noView} />}
          detail={
            totals.views !== null &&
            (totals.definitions > 1
              ? `${ofPosts(totals.views_posts, totals.posts)}, by ${totals.definitions} definitions`
              : ofPosts(totals.views_posts, totals.posts))
          }
          source={
            <>
              {asOf}
              {simulated}
            </>
          }
        />
        <KeyFigure
          label="Mean of the campaigns’ rates"
          value={
            <Rate
              ratio={totals.mean_rate === null ? null : Number(totals.mean_rate)}
              {...(totals.mean_rate === null && { reason: "No campaign here has a rate yet." })}
            />
          }
          detail={
            totals.mean_rate !== null &&
            `${counted(totals.rated_campaigns, "campaign")}, each counting the same, ${rateWords(rate_basis, [])}`
          }
          source={
            <DerivedBadge from="the engagement rate of each campaign: a small one counts as much as a large one" />
          }
        />
      </KeyFigures>
    </Panel>
  );
}
