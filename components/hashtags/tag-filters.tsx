import { tagHref } from "@/components/hashtags/hashtags-address";
import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { LinkSelect } from "@/components/ui/link-select";
import { Tabs } from "@/components/ui/tabs";
import { type HashtagPage, PERIODS } from "@/lib/hashtags/list-schema";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

/** Which posts of the hashtag count. */
export function TagFilters({ tag, query }: { tag: string; query: HashtagPage }) {
  return (
    <div className="scroll-row flex flex-wrap items-center gap-2 max-md:-mx-4 max-md:px-4">
      <div className="w-40 flex-none">
        <LinkSelect
          label="Platform"
          value={tagHref(tag, query)}
          set={query.platform !== undefined}
          options={[undefined, ...PLATFORM_IDS].map((platform) => ({
            value: tagHref(tag, { ...query, platform }),
            label: platform ? PLATFORM_NAMES[platform] : "All platforms",
          }))}
        />
      </div>
      <span className="flex-1 max-md:hidden" />
      <Tabs
        label="Published"
        links={PERIODS.map((period) => ({
          href: tagHref(tag, { ...query, period }),
          label: PERIOD_WORDS[period].label,
          current: period === query.period,
        }))}
      />
    </div>
  );
}
