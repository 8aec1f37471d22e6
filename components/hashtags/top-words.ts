import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { counted } from "@/lib/format/count";
import type { HashtagList } from "@/lib/hashtags/list";
import type { HashtagsPage } from "@/lib/hashtags/list-schema";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** Which one most people use; the measure where two are equal, or another page of the list is shown. */
export function topTitle(
  { hashtags, total_count }: Pick<HashtagList, "hashtags" | "total_count">,
  { search, page }: Pick<HashtagsPage, "search" | "page">,
): string {
  const all = counted(total_count, "hashtag");
  if (search) return `${all} ${total_count === 1 ? "begins" : "begin"} with “${search}”`;
  const [first, second] = hashtags;
  if (page > 1 || !first || !second || first.unique_users === second.unique_users) {
    return `Top of ${all}`;
  }
  const use = counted(first.unique_users, "person uses", "people use");
  return `${use} #${first.hashtag_name}, more than any other of ${all}`;
}

/** Each filter of the list that is set, with the page that is left without it. */
export function topChips(query: HashtagsPage): { text: string; without: Partial<HashtagsPage> }[] {
  const { search, platform, period } = query;
  const without = (name: keyof HashtagsPage) => ({ ...query, page: 1, [name]: undefined });
  return [
    search ? { text: `Begins with “${search}”`, without: without("search") } : null,
    platform ? { text: PLATFORM_NAMES[platform], without: without("platform") } : null,
    period !== "all"
      ? { text: `Published ${PERIOD_WORDS[period].within}`, without: without("period") }
      : null,
  ].filter((each) => each !== null);
}
