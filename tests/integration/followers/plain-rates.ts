/** What is known of a post, by hand. */
export type KnownPost = {
  name: string;
  impressions?: number;
  reach?: number;
  views?: number;
  likes?: number;
  comments?: number;
  shares?: number;
  saves?: number;
  /** Hours ago. Left out: never measured. */
  measured?: number;
  isConnected?: boolean;
};

export type Observation = { hours: number; followers: number };
export type Basis = "views" | "reach" | "impressions" | "followers";

/** The rate of a post as it is promised, by arithmetic alone. */
export function plainRate(post: KnownPost, basis: Basis, observed: Observation[]) {
  const nothing = (reason: string) => ({ rate: null, basis: null, reason });
  const { measured } = post;
  if (measured === undefined) return nothing("not_measured");
  const followers = post.isConnected
    ? observed
        .filter(({ hours }) => hours >= measured)
        .toSorted((one, other) => one.hours - other.hours)
        .at(0)?.followers
    : undefined;
  const by = basis === "impressions" && post.impressions === undefined ? "views" : basis;
  const base = { ...post, followers }[by];
  if (base === undefined) {
    if (by === "followers") return nothing(post.isConnected ? "no_followers" : "no_account");
    return nothing(by === "reach" ? "no_reach" : "no_views");
  }
  if (base === 0) return nothing("zero");
  const { likes = 0, comments = 0, shares = 0, saves = 0 } = post;
  const rate = Number(((likes + comments + shares + saves) / base).toFixed(6));
  return { rate, basis: by, reason: null };
}
