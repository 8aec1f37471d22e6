import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { counted, exactCount } from "@/lib/format/count";
import type { RelatedHashtags } from "@/lib/hashtags/detail";
import type { HashtagHistory } from "@/lib/hashtags/history";
import type { Period } from "@/lib/hashtags/list-schema";

/** What the period brought beside as long a time before; the measure where there is no such time. */
export function historyTitle(history: HashtagHistory, period: Period): string {
  const { posts, previous_posts, hashtag } = history;
  const { within } = PERIOD_WORDS[period];
  const found = `${counted(posts, "post")} with #${hashtag} ${within}`;
  // From none there is nothing to grow.
  if (!previous_posts || posts === 0) return found;
  if (posts === previous_posts) return `${found}, as many as before`;
  const step = exactCount(Math.abs(posts - previous_posts));
  return `${found}, ${step} ${posts > previous_posts ? "more" : "fewer"} than before`;
}

/** What stands beside it most; the measure where two do equally. */
export function relatedTitle({ related, posts }: RelatedHashtags, hashtag: string): string {
  const [first, second] = related;
  if (!first) return `What goes with #${hashtag}`;
  if (first.shared_posts === second?.shared_posts) return `What goes with #${hashtag}`;
  return `#${first.hashtag} is on ${exactCount(first.shared_posts)} of ${counted(posts, "post")} with #${hashtag}`;
}
