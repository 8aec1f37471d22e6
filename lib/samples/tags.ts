import type { SamplePlan } from "./plan.ts";
import type { Random } from "./random.ts";
import { BASE_TAGS, sampleTag } from "./words.ts";

const POPULAR = ["ai", "python", "news", "sports", "travel"].map((tag) => BASE_TAGS.indexOf(tag));
const EXTRA = 4;

/** One to four different tags; the popular ones five times as likely. */
export function sampleTags({ seed, hashtags }: SamplePlan, random: Random) {
  const popular = POPULAR.filter((number) => number < hashtags);
  const wanted = Math.min(random.between(1, 4), hashtags);
  const taken = new Set<number>();
  while (taken.size < wanted) {
    const drawn = random.below(hashtags + popular.length * EXTRA);
    taken.add(popular[Math.floor((drawn - hashtags) / EXTRA)] ?? drawn);
  }
  return [...taken].map((number) => sampleTag(seed, number));
}
