import "server-only";
import { AppError } from "@/lib/errors";
import { getHashtag, getRelated, listTopPosts } from "@/lib/hashtags/detail";
import { getHashtagHistory } from "@/lib/hashtags/history";
import { attempt } from "@/lib/hashtags/list-attempt";
import { periodStart } from "@/lib/hashtags/list-period";
import type { HashtagPage } from "@/lib/hashtags/list-schema";
import type { Scope } from "@/lib/supabase/server";

const RELATED = 10;
const TOP_POSTS = 10;

/** The hashtag itself; null when no post carries it. */
export async function readTag(scope: Scope, tag: string, { period, platform }: HashtagPage) {
  try {
    const since = periodStart(period, scope.timeZone);
    return await getHashtag(scope, tag, { platform, since });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** What stands around it. Each part can fail alone. */
export async function readAround(scope: Scope, tag: string, { period, platform }: HashtagPage) {
  const counted = { platform, since: periodStart(period, scope.timeZone) };
  const [history, related, posts] = await Promise.all([
    attempt(scope, "history of a hashtag", getHashtagHistory(scope, tag, counted)),
    attempt(scope, "related hashtags", getRelated(scope, tag, { ...counted, take: RELATED })),
    attempt(scope, "posts of a hashtag", listTopPosts(scope, tag, counted, TOP_POSTS)),
  ]);
  return { history, related, posts };
}
