import { afterAll, beforeAll, expect, it } from "vitest";
import { campaignTrend } from "../../../lib/campaigns/answers.ts";
import { FIRST_MS, generatePosts, NIGHTS } from "../rollups/generated-posts.ts";
import { dayOf, plainTrend } from "../rollups/plain-trend.ts";
import { startTrendWorld, type TrendWorld } from "../rollups/trend-world.ts";
import { data } from "./campaign-world.ts";

const DAY_MS = 86_400_000;
const dayNumber = (n: number) => new Date(FIRST_MS + n * DAY_MS).toISOString().slice(0, 10);

let world: TrendWorld;
beforeAll(async () => {
  world = await startTrendWorld();
});
afterAll(() => world.stop());

it.each([
  ["Europe/Berlin", "never"],
  ["America/New_York", "half"],
] as const)(
  "says of each day in %s what a plain count over the snapshots says, rolled up %s",
  async (zone, mode) => {
    const { posts, snapshots } = generatePosts(5);
    const { user, workspaceId, ids } = await world.workspace(zone, posts, snapshots, mode);
    const db = world.supabase.clientFor(user);
    const fields = { name: "Autumn", currency: "EUR" };
    const campaign = await data(db.rpc("create_campaign", { workspace: workspaceId, fields }));
    const among = posts.filter(({ key }) => key % 4 !== 3);
    const chosen = among.map(({ key }) => Number(ids[key]));
    await data(db.rpc("add_campaign_posts", { campaign, posts: chosen }));
    const priced = among.filter(({ key }) => key % 2 === 0);
    for (const { key } of priced) {
      const post = Number(ids[key]);
      await data(db.rpc("set_campaign_price", { campaign, post, price: `${key}.25` }));
    }
    const [from, until] = [7, NIGHTS - 2];
    const answer = campaignTrend.parse(
      await data(
        db.rpc("campaign_trend", {
          campaign,
          from_day: dayNumber(from),
          until_day: dayNumber(until),
        }),
      ),
    );
    const days = Array.from({ length: until - from + 1 }, (_, n) => dayNumber(from + n));
    const plain = (metric: "views" | "likes") =>
      plainTrend(among, snapshots, { zone, metric, days });
    expect(answer.days.map(({ day, views }) => [day, views])).toEqual(
      plain("views").map(({ day, total }) => [day, total]),
    );
    // The generated posts have likes alone.
    expect(answer.days.map(({ engagement }) => engagement)).toEqual(
      plain("likes").map(({ total }) => total),
    );
    // Those without a time of publishing cost from the day they were added, which is today.
    const spent = answer.days.map(({ day, spend }) => [day, spend === null ? null : Number(spend)]);
    expect(spent).toEqual(
      days.map((day) => {
        const until_then = priced.filter(
          ({ publishedMs }) => publishedMs !== null && dayOf(publishedMs, zone) <= day,
        );
        const sum = until_then.reduce((total, { key }) => total + key + 0.25, 0);
        return [day, until_then.length > 0 ? sum : null];
      }),
    );
    expect(answer.days.map(({ views_posts }) => views_posts)).toEqual(
      answer.days.map(({ views_posts }) => views_posts).toSorted((a, b) => a - b),
    );
  },
);
