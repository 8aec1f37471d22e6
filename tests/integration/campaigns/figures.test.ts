import { afterAll, beforeAll, expect, it } from "vitest";
import { campaignDetail, campaignList } from "../../../lib/campaigns/answers.ts";
import { campaignPosts } from "../../../lib/campaigns/post-answers.ts";
import { type CampaignWorld, data, startCampaignWorld } from "./campaign-world.ts";
import { generateCampaigns } from "./generated-campaigns.ts";
import { BASES, plainFigures } from "./plain-figures.ts";

let world: CampaignWorld;
beforeAll(async () => {
  world = await startCampaignWorld();
});
afterAll(() => world.stop());

/** What is told of both, with rates as numbers: 0.5 and 0.500000 are the same rate. */
const comparable = (plain: object, told: object) =>
  Object.fromEntries(
    Object.keys(plain).map((key) => {
      const value = told[key as keyof typeof told];
      return [key, key === "engagement_rate" && value !== null ? Number(value) : value];
    }),
  );

it("says of every campaign, and of each platform in it, what a plain count says", async () => {
  for (const seed of [1, 2]) {
    const { posts, campaigns } = generateCampaigns(seed);
    const user = await world.supabase.createUser();
    const db = world.supabase.clientFor(user);
    const ids = await world.addPosts(user, posts);
    const made: string[] = [];
    for (const [n, members] of campaigns.entries()) {
      made.push(await world.addCampaign(user, `Campaign ${n}`, members, ids));
    }
    for (const basis of BASES) {
      await world.setBasis(user, basis);
      for (const [n, members] of campaigns.entries()) {
        const detail = campaignDetail.parse(
          await data(db.rpc("campaign_detail", { campaign: made[n] ?? "" })),
        );
        const plain = plainFigures(members, basis);
        expect([seed, basis, n, comparable(plain, detail.totals)]).toEqual([
          seed,
          basis,
          n,
          comparable(plain, plain),
        ]);
        for (const platform of ["youtube", "tiktok", "instagram"]) {
          const among = members.filter(({ post }) => post.platform === platform);
          const told = detail.platforms.find((each) => each.platform === platform);
          const part = plainFigures(among, basis);
          expect(told && comparable(part, told)).toEqual(
            among.length > 0 ? comparable(part, part) : undefined,
          );
        }
      }
    }
    await world.setBasis(user, "views");
    const list = campaignList.parse(
      await data(db.rpc("campaign_list", { workspace: user.workspaceId, sort: "views" })),
    );
    const views = list.items.map((each) => each.views);
    const known = views.filter((each) => each !== null).map(Number);
    expect(views.map((each) => each === null)).toEqual(
      views.map((each) => each === null).toSorted(),
    );
    expect(known).toEqual(known.toSorted((a, b) => b - a));
    // A post counts once, in however many campaigns it is.
    const distinct = new Map(campaigns.flat().map((member) => [member.post.key, member]));
    const all = plainFigures([...distinct.values()], "views");
    expect(list.totals).toMatchObject({
      campaigns: campaigns.length,
      posts: distinct.size,
      views: all.views,
      views_posts: all.views_posts,
    });
    const rates = campaigns.flatMap(
      (members) => plainFigures(members, "views").engagement_rate ?? [],
    );
    expect(list.totals.rated_campaigns).toBe(rates.length);
    const mean = rates.reduce((sum, rate) => sum + Number(rate), 0) / rates.length;
    expect(Number(list.totals.mean_rate)).toBeCloseTo(mean, 5);
  }
});

it("pages the posts of a campaign with price, CPM and cost, missing values last", async () => {
  const { posts, campaigns } = generateCampaigns(7);
  const user = await world.supabase.createUser();
  const db = world.supabase.clientFor(user);
  const ids = await world.addPosts(user, posts);
  const members = campaigns[8] ?? [];
  const campaign = await world.addCampaign(user, "Largest", members, ids);
  const found = [];
  for (let skip = 0; skip < members.length; skip += 7) {
    const page = campaignPosts.parse(
      await data(db.rpc("campaign_posts_page", { campaign, sort: "cpm", skip, take: 7 })),
    );
    expect(page.total_count).toBe(members.length);
    found.push(...page.items);
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(members.length);
  for (const { post, price } of members) {
    const told = found.find(({ id }) => id === ids.get(post.key));
    const plain = plainFigures([{ post, price }], "impressions");
    const { views, engagement, cpm, cost_per_engagement, spend } = plain;
    expect(told).toMatchObject({ views, engagement, cpm, cost_per_engagement, price: spend });
  }
  const costs = found.map(({ cpm }) => (cpm === null ? -1 : Number(cpm)));
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
});
