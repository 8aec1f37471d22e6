import { ofPosts, rateWords, reasonSentence } from "@/components/campaigns/campaign-words";
import {
  CostFigure,
  CpmFigure,
  EngagementFigure,
  RateFigure,
  SpendFigure,
  ViewsFigure,
} from "@/components/campaigns/figures";
import { DerivedBadge } from "@/components/metrics/derived-badge";
import { SimulatedBadge } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { Hint } from "@/components/ui/hint";
import { KeyFigure, KeyFigures } from "@/components/ui/key-figures";
import { Panel } from "@/components/ui/panel";
import type { CampaignDetail } from "@/lib/campaigns/answers";
import { exactCount } from "@/lib/format/count";
import { exactMoment, momentRange } from "@/lib/format/time";

/** What all posts of a campaign brought and cost, each sum with how many posts it is of. */
export function DetailFigures({
  detail: { totals, campaign, rate_basis },
  zone,
  now,
}: {
  detail: CampaignDetail;
  zone: string;
  now: Date;
}) {
  const { posts, measured_from: from, measured_until: until } = totals;
  const { currency } = campaign;
  const measured = from && until && (
    <Hint tip={`Measured from ${exactMoment(from, zone)} to ${exactMoment(until, zone)}.`}>
      {momentRange(from, until, zone, now)}
    </Hint>
  );
  const told = (
    <>
      {measured}
      {totals.simulated_posts > 0 && <SimulatedBadge />}
    </>
  );
  const derived = (from: string) => (
    <>
      {measured}
      <DerivedBadge from={from} />
    </>
  );
  const priced = totals.priced_posts > 0 && ofPosts(totals.priced_posts, posts);
  return (
    <Panel label="Totals">
      <KeyFigures>
        <KeyFigure
          label="Posts"
          value={<Count value={posts} />}
          detail={
            posts > 0 &&
            (totals.measured_posts === posts
              ? "all measured"
              : `${exactCount(totals.measured_posts)} measured`)
          }
          source={totals.simulated_posts > 0 && <SimulatedBadge />}
        />
        <KeyFigure
          label="Views"
          value={<ViewsFigure of={totals} />}
          detail={
            totals.views !== null &&
            `${ofPosts(totals.views_posts, posts)}${totals.definitions > 1 ? `, by ${totals.definitions} definitions` : ""}`
          }
          source={told}
        />
        <KeyFigure
          label="Engagement"
          value={<EngagementFigure of={totals} />}
          detail={totals.engagement !== null && ofPosts(totals.engagement_posts, posts)}
          source={told}
        />
        <KeyFigure
          label="Engagement rate"
          value={<RateFigure of={totals} />}
          detail={
            totals.engagement_rate !== null &&
            `${rateWords(rate_basis, totals.rate_of)}, ${ofPosts(totals.rate_posts, posts)}`
          }
          source={derived("the engagement and what it is divided by, of the posts that have both")}
        />
        <KeyFigure
          label="Spend"
          value={<SpendFigure of={totals} currency={currency} />}
          detail={priced && `prices ${priced}`}
          source={totals.priced_posts > 0 && "as entered here"}
        />
        <KeyFigure
          label="CPM"
          value={<CpmFigure of={totals} currency={currency} />}
          detail={totals.cpm !== null && `per 1,000 views, ${ofPosts(totals.cpm_posts, posts)}`}
          source={derived("price and views of the posts that have both")}
        />
        <KeyFigure
          label="Cost per engagement"
          value={<CostFigure of={totals} currency={currency} />}
          detail={totals.cost_per_engagement !== null && ofPosts(totals.cost_posts, posts)}
          source={derived("price and engagement of the posts that have both")}
        />
        <KeyFigure
          label="Mean views per post"
          value={<Count value={totals.mean_views} reason={reasonSentence(totals.views_reason)} />}
          detail={totals.mean_views !== null && ofPosts(totals.views_posts, posts)}
          source={derived("the views of the posts that have them")}
        />
      </KeyFigures>
    </Panel>
  );
}
