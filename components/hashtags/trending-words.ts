import { counted, exactCount } from "@/lib/format/count";
import type { Trending } from "@/lib/hashtags/answers";

type Found = Pick<Trending["hashtags"][number], "hashtag" | "count">[];

/** Which hashtag is ahead; the measure where none is. */
export function trendingTitle(hashtags: Found, { last }: { last: string }): string {
  const [first, second] = hashtags;
  if (!first || first.count === second?.count) return `Trending in the ${last}`;
  return `#${first.hashtag} leads the ${last} with ${counted(first.count, "post")}`;
}

/** The bars of a course in words: "Posts in equal parts of the hour before: 0, 2; of the last hour: 1, 3". */
export function courseWords(
  counts: number[],
  split: number,
  { before, last }: { before: string; last: string },
): string {
  const [earlier, now] = [counts.slice(0, split), counts.slice(split)];
  return `Posts in equal parts of the ${before}: ${earlier.join(", ")}; of the ${last}: ${now.join(", ")}`;
}

/** "↑ 3 from 1": small counts as counts, a share of them would say nothing. */
export function stepWords(count: number, before: number): string {
  if (count === before) return `unchanged from ${exactCount(before)}`;
  const step = exactCount(Math.abs(count - before));
  return `${count > before ? "↑" : "↓"} ${step} from ${exactCount(before)}`;
}
