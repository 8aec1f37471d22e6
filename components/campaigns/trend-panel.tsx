import { campaignHref } from "@/components/campaigns/campaigns-address";
import { trendDays } from "@/components/campaigns/trend-days";
import { TrendChart } from "@/components/charts/trend-chart";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import type { Campaign, CampaignTrend } from "@/lib/campaigns/answers";
import { compactMoney } from "@/lib/campaigns/money";
import { type CampaignView, MEASURES, type Measure } from "@/lib/campaigns/schema";
import { compactCount, counted } from "@/lib/format/count";
import { calendarDay } from "@/lib/format/time";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

const NAMES: Record<Measure, string> = { views: "Views", engagement: "Engagement", spend: "Spend" };
const DAYS = [7, 30, 90] as const;

/** What the posts had by the end of each day; the measure and the days are in the address. */
export function TrendPanel({
  trend,
  campaign,
  view,
}: {
  trend: CampaignTrend;
  campaign: Campaign;
  view: CampaignView;
}) {
  const { measure } = view;
  const { id, currency } = campaign;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="print-hidden scroll-row flex flex-wrap items-center justify-between gap-2">
        <Tabs
          label="Number over time"
          links={MEASURES.map((each) => ({
            href: campaignHref(id, { ...view, measure: each }),
            label: NAMES[each],
            current: each === measure,
          }))}
        />
        <Tabs
          label="Period"
          links={DAYS.map((each) => ({
            href: campaignHref(id, { ...view, days: each }),
            label: `${each} days`,
            current: each === view.days,
          }))}
        />
      </div>
      {trend.changes.map(({ day, platform, definition, description, posts }) => (
        <Notice key={`${day} ${definition}`}>
          <b className="font-strong">
            {`${PLATFORM_NAMES[platform]} counts ${counted(posts, "post")} anew from ${calendarDay(day, "UTC")}.`}
          </b>{" "}
          {description} The step in the line that day is no gain.
        </Notice>
      ))}
      <TrendChart
        title={finding(trend, measure, currency)}
        fileName={`${campaign.name} ${NAMES[measure].toLowerCase()}`}
        kind="line"
        days={trendDays(trend, measure)}
        metricLabel={measure === "spend" ? `Spend in ${currency}` : `${NAMES[measure]} in all`}
        sub={subOf(measure, currency)}
        timeZone={trend.time_zone}
        simulated={trend.is_simulated && measure !== "spend"}
        state={stateOf(trend, measure)}
      />
    </div>
  );
}

function finding({ days, changes }: CampaignTrend, measure: Measure, currency: string) {
  const known = days.filter((day) => day[measure] !== null);
  const [first, last] = [known[0], known.at(-1)];
  const [from, to] = [first?.[measure], last?.[measure]];
  if (!from || !to || !last) return `${NAMES[measure]} over time`;
  if (measure === "spend")
    return `${compactMoney(to, currency)} spent by ${calendarDay(last.day, "UTC")}`;
  const noun = measure === "views" ? "views" : "engagements";
  const of = measure === "views" ? "views_posts" : "engagement_posts";
  const isSame = known.every((day) => day[of] === first?.[of]);
  // Where posts came in or a number was redefined, a difference would be no gain.
  if (!isSame || changes.length > 0 || known.length < 2) {
    return `${compactCount(to)} ${noun} by ${calendarDay(last.day, "UTC")}`;
  }
  const gained = BigInt(to) - BigInt(from);
  // From the end of the first day: what that day itself brought is not in it.
  const span = `in ${counted(known.length - 1, "day")}`;
  if (gained <= 0n) return `${compactCount(to)} ${noun}, none gained ${span}`;
  return `${compactCount(gained)} ${noun} gained ${span}, to ${compactCount(to)}`;
}

function subOf(measure: Measure, currency: string) {
  if (measure === "spend") {
    return `Prices of the posts published by each day, added up, in whole ${currency}; a post without a time of publishing counts from the day it was added`;
  }
  const what = measure === "views" ? "views" : "likes, comments, shares and saves";
  return `Newest ${what} of each post by the end of the day, added up and carried over days without measurement`;
}

function stateOf({ posts, priced_posts }: CampaignTrend, measure: Measure) {
  if (posts === 0) return { kind: "empty", sentence: "No post is in this campaign yet." } as const;
  if (measure === "spend" && priced_posts === 0) {
    return {
      kind: "empty",
      sentence: "Nobody has said what a post cost. Enter prices below.",
    } as const;
  }
  return { kind: "ready" } as const;
}
