import type { AccountPost } from "./accounts.ts";
import { accountPostOf, type Post, type World } from "./posts.ts";
import { randomOf } from "./random.ts";

/** What a platform tells a post's owner. Each number only grows, as the post's views do. */
export type OwnerCounts = {
  views: number;
  /** Different people: fewer than views. */
  reach: number;
  clicks: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  reposts: number;
  /** Plays of three seconds or more. */
  videoViews: number;
  watchedMs: number;
  averageWatchedMs: number;
  follows: number;
  profileVisits: number;
};

export function ownerCounts(
  state: { world: World },
  own: AccountPost,
): OwnerCounts & { post: Post } {
  const post = accountPostOf(state, own);
  const random = randomOf(`${state.world.seed}:owner:${own.account.platform}:${own.id}`);
  const views = Number(post.counts.views);
  const share = (least: number, most: number) =>
    Math.floor(views * (least + (most - least) * random()));
  const reach = share(0.45, 0.9);
  const averageWatchedMs = Math.round(post.durationSeconds * 1000 * (0.2 + 0.5 * random()));
  const { likes, comments, shares, saves } = post.counts;
  return {
    post,
    views,
    reach,
    clicks: share(0.005, 0.06),
    likes,
    comments,
    shares,
    saves,
    reposts: share(0, 0.004),
    videoViews: share(0.4, 0.8),
    watchedMs: views * averageWatchedMs,
    averageWatchedMs,
    follows: share(0, 0.002),
    profileVisits: share(0, 0.01),
  };
}

/** Shares of all reactions; the first takes the rest. Kinds without any are left out. */
export function byKind(total: number, kinds: readonly [string, number][]): Record<string, number> {
  const counted = kinds.map(([kind, part]): [string, number] => [kind, Math.floor(total * part)]);
  const others = counted.slice(1).reduce((sum, [, count]) => sum + count, 0);
  const first = kinds[0]?.[0] ?? "like";
  return Object.fromEntries(
    [[first, total - others] as [string, number], ...counted.slice(1)].filter(
      ([, count]) => count > 0,
    ),
  );
}
