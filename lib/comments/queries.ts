import "server-only";
import { askFor } from "@/lib/answers/ask-database";
import { cachedAnswer } from "@/lib/answers/cached-answer";
import { asked } from "@/lib/answers/parameters";
import type { Reader } from "@/lib/api/request-scope";
import {
  commentDepths,
  commentTree,
  postDepth,
  viralChain,
  viralChains,
} from "@/lib/comments/answers";
import type { DepthsQuery, PostChoice, TreeQuery, ViralChainsQuery } from "@/lib/comments/schema";
import type { Scope } from "@/lib/supabase/server";

/** All comments of the workspace by depth. */
export function getCommentDepths(scope: Scope, query: DepthsQuery) {
  const args = { workspace: scope.workspaceId };
  return cachedAnswer(scope, "comment-depths", query, () =>
    askFor(commentDepths, () => scope.db.rpc("comment_depths", { ...args, ...asked(query) })),
  );
}

/** How deep the thread of one post goes. Of one post all is asked anew: it is found by its key. */
export function getPostDepth({ db, workspaceId }: Reader, { post }: PostChoice) {
  const ask = () => db.rpc("comment_depth", { workspace: workspaceId, post });
  return askFor(postDepth, ask);
}

/** The longest viral chain of each post that has one, longest first. */
export function getViralChains(scope: Scope, query: ViralChainsQuery) {
  const { min_depth, min_engagement, skip, limit: take } = query;
  const args = { workspace: scope.workspaceId, min_depth, min_engagement, skip, take };
  return cachedAnswer(scope, "viral-chains", query, () =>
    askFor(viralChains, () => scope.db.rpc("viral_chains", { ...args, ...asked(query) })),
  );
}

/** The longest viral chain of one post. */
export function getViralChain({ db, workspaceId }: Reader, { post }: PostChoice) {
  const ask = () => db.rpc("viral_chain", { workspace: workspaceId, post });
  return askFor(viralChain, ask);
}

/** A page of a post's thread in reading order. */
export function getCommentTree({ db, workspaceId }: Reader, query: TreeQuery) {
  const { post, skip, limit: take } = query;
  const ask = () => db.rpc("comment_tree", { workspace: workspaceId, post, skip, take });
  return askFor(commentTree, ask);
}
