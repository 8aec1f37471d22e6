import type { TrendDay } from "@/components/charts/trend";
import type { CampaignTrend } from "@/lib/campaigns/answers";
import { wholeUnits } from "@/lib/campaigns/money";
import type { Measure } from "@/lib/campaigns/schema";
import { counted } from "@/lib/format/count";

type Day = CampaignTrend["days"][number];

/** The days of one measure as the chart draws them; spend in whole units of the currency. */
export function trendDays({ days, today, posts }: CampaignTrend, measure: Measure): TrendDay[] {
  return days.map((each) => {
    const value = each[measure];
    const note = noteOf(each, { today, posts, measure });
    return {
      day: each.day,
      value: value !== null && measure === "spend" ? wholeUnits(value) : value,
      previous: null,
      partial: each.partial && measure !== "spend",
      measured: measure === "spend" ? each.priced_posts : each.measured,
      ...(note !== null && { note }),
    };
  });
}

function noteOf(
  day: Day,
  { today, posts, measure }: { today: string; posts: number; measure: Measure },
) {
  if (day.day > today) return "This day is yet to come.";
  if (measure === "spend") {
    return day.spend === null
      ? "No post with a price was published by then."
      : `Prices of ${counted(day.priced_posts, "post")} published by then.`;
  }
  if (day[measure] === null) return "No post of the campaign was measured by then.";
  const known = measure === "views" ? day.views_posts : day.engagement_posts;
  const parts = [
    known < posts && `${known} of ${counted(posts, "post")} known by then.`,
    measure === "views" &&
      day.new_posts > 0 &&
      `${counted(day.new_posts, "post")} measured for the first time: what they bring in is no gain.`,
    day.measured === 0 && "Carried over: nothing was measured that day.",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : null;
}
