import { seeded } from "../../support/seeded.ts";
import type { Measured, Member, PlainPost } from "./plain-figures.ts";

const DEFINITIONS = {
  youtube: ["youtube_data.2025-03-31", "youtube_data.2026-08-27"],
  tiktok: ["apify_tiktok.v1"],
  instagram: ["apify_instagram.v1"],
} as const;

/** Posts with gaps, zeros and hidden counts, in campaigns that share some of them, with prices for some. */
export function generateCampaigns(seed: number) {
  const { whole, chance, pick } = seeded(seed);
  const count = (most: number) => (chance(0.25) ? null : chance(0.15) ? 0 : whole(1, most));
  const posts = Array.from({ length: 40 }, (_, key): PlainPost => {
    const platform = pick(["youtube", "tiktok", "instagram"] as const);
    const isSilent = chance(0.15);
    const measured: Measured = {
      views: count(2_000_000),
      reach: count(900_000),
      impressions: count(3_000_000),
      likes: isSilent ? null : count(90_000),
      comments: isSilent ? null : count(4_000),
      shares: isSilent ? null : count(900),
      saves: isSilent || platform === "youtube" ? null : count(700),
      offersSaves: platform !== "youtube",
      definition: pick<string>(DEFINITIONS[platform]),
      simulated: chance(0.3),
      followers: chance(0.4) ? null : whole(0, 50_000),
    };
    return { key, platform, measured: chance(0.15) ? null : measured };
  });
  const price = () => (chance(0.4) ? null : chance(0.2) ? 0n : BigInt(whole(1, 40_000_000)));
  const sizes = [0, 1, 1, 2, 3, 5, 9, 17, 40];
  const campaigns = sizes.map((size): Member[] => {
    const among = posts.filter(() => chance(Math.min(1, (1.6 * size) / posts.length)));
    return among.slice(0, size).map((post) => ({ post, price: price() }));
  });
  // Those that random numbers hardly bring: nothing to divide by, and nothing that is both priced and told.
  const nothing: Measured = {
    views: 0,
    reach: 0,
    impressions: 0,
    likes: 0,
    comments: 0,
    shares: 0,
    saves: null,
    offersSaves: false,
    definition: "youtube_data.2025-03-31",
    simulated: false,
    followers: 0,
  };
  const zeros: PlainPost = { key: posts.length, platform: "youtube", measured: nothing };
  const silent: PlainPost = {
    key: posts.length + 1,
    platform: "youtube",
    measured: { ...nothing, views: null, likes: null, comments: null, shares: null },
  };
  posts.push(zeros, silent);
  campaigns.push([{ post: zeros, price: 10_000n }], [{ post: silent, price: 10_000n }]);
  campaigns.push([
    { post: zeros, price: null },
    { post: silent, price: 5n },
  ]);
  return { posts, campaigns };
}
