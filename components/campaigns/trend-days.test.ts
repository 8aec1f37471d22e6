import { expect, it } from "vitest";
import { trendDays } from "@/components/campaigns/trend-days";
import type { CampaignTrend } from "@/lib/campaigns/answers";

const day = (n: number, told: Partial<CampaignTrend["days"][number]>) => ({
  day: `2026-11-2${n}`,
  views: null,
  views_posts: 0,
  new_posts: 0,
  engagement: null,
  engagement_posts: 0,
  spend: null,
  priced_posts: 0,
  measured: 0,
  partial: false,
  ...told,
});
const trend: CampaignTrend = {
  time_zone: "UTC",
  today: "2026-11-22",
  from: "2026-11-20",
  until: "2026-11-23",
  posts: 3,
  priced_posts: 1,
  first_day: "2026-11-21",
  changes: [],
  is_simulated: false,
  days: [
    day(0, {}),
    day(1, {
      views: "900",
      views_posts: 2,
      new_posts: 2,
      measured: 2,
      spend: "12.5",
      priced_posts: 1,
    }),
    day(2, { views: "900", views_posts: 2, partial: true, spend: "12.5", priced_posts: 1 }),
    day(3, { views_posts: 2, priced_posts: 1 }),
  ],
};

it("says of each day how many posts it is of, what is no gain, and what is unknown", () => {
  const days = trendDays(trend, "views");
  expect(days.map(({ value }) => value)).toEqual([null, "900", "900", null]);
  expect(days.map(({ note }) => note)).toEqual([
    "No post of the campaign was measured by then.",
    "2 of 3 posts known by then. 2 posts measured for the first time: what they bring in is no gain.",
    "2 of 3 posts known by then. Carried over: nothing was measured that day.",
    "This day is yet to come.",
  ]);
});

it("draws spend in whole units, and never as a day that still runs", () => {
  const days = trendDays(trend, "spend");
  expect(days.map(({ value, partial }) => [value, partial])).toEqual([
    [null, false],
    ["13", false],
    ["13", false],
    [null, false],
  ]);
});
