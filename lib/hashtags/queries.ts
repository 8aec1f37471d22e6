import "server-only";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { asked } from "@/lib/answers/parameters";
import {
  growingHashtags,
  hashtagStatus,
  recommendations,
  topHashtags,
  trending,
} from "@/lib/hashtags/answers";
import type {
  GrowingQuery,
  RecommendationsQuery,
  TopHashtagsQuery,
  TrendingQuery,
} from "@/lib/hashtags/schema";
import { withoutHash } from "@/lib/hashtags/without-hash";
import type { Scope } from "@/lib/supabase/server";

/** Hashtags by how many posts of the last minutes have them. */
export function getTrending(scope: Scope, query: TrendingQuery) {
  const { window_minutes, k } = query;
  const args = { workspace: scope.workspaceId, window_minutes, k };
  return cachedAnswer(scope, "trending", query, () =>
    askFor(trending, () => scope.db.rpc("hashtag_trending", { ...args, ...asked(query) })),
  );
}

/** Hashtags that stand on the same posts as one; none for an unknown one. */
export async function getRecommendations(scope: Scope, query: RecommendationsQuery) {
  const target = withoutHash(query.target_hashtag);
  const { min_cooccurrence_rate: min_rate, max_recommendations: take } = query;
  const args = { workspace: scope.workspaceId, target, min_rate, take };
  const key = { ...query, target_hashtag: target };
  return cachedAnswer(scope, "recommendations", key, () =>
    askFor(recommendations, () =>
      scope.db.rpc("hashtag_recommendations", { ...args, ...asked(query) }),
    ),
  );
}

/** What trending is computed from, at this moment. */
export function getHashtagStatus({ db, workspaceId }: Scope) {
  const ask = () => db.rpc("hashtag_status", { workspace: workspaceId });
  return askFor(hashtagStatus, ask);
}

/** Hashtags by how many people posted with them. */
export function getTopHashtags(scope: Scope, query: TopHashtagsQuery) {
  const args = { workspace: scope.workspaceId, take: query.limit };
  return cachedAnswer(scope, "top-hashtags", query, () =>
    askFor(topHashtags, () => scope.db.rpc("top_hashtags", { ...args, ...asked(query) })),
  );
}

/** Hashtags whose posts are for the greatest part of the last hours; or those that rise, by how much. */
export function getGrowingHashtags(scope: Scope, query: GrowingQuery & { rising?: true }) {
  const { hours, limit, rising = false } = query;
  const args = { workspace: scope.workspaceId, hours, take: limit, rising };
  return cachedAnswer(scope, "growing-hashtags", query, () =>
    askFor(growingHashtags, () => scope.db.rpc("growing_hashtags", { ...args, ...asked(query) })),
  );
}
