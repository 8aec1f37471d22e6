import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { LinkSelect } from "@/components/ui/link-select";
import { SearchForm } from "@/components/ui/search-form";
import type { HashtagsPage } from "@/lib/hashtags/list-schema";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

/** Which posts count, and a hashtag looked for by its beginning. */
export function HashtagFilters({ query }: { query: HashtagsPage }) {
  const rest = hashtagsHref({ ...query, search: undefined, page: 1 }).split("?")[1] ?? "";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="w-40 flex-none">
        <LinkSelect
          label="Platform"
          value={hashtagsHref({ ...query, page: 1 })}
          set={query.platform !== undefined}
          options={[undefined, ...PLATFORM_IDS].map((platform) => ({
            value: hashtagsHref({ ...query, platform, page: 1 }),
            label: platform ? PLATFORM_NAMES[platform] : "All platforms",
          }))}
        />
      </div>
      <span className="flex-1 max-md:hidden" />
      <div className="max-md:min-w-40 max-md:flex-1 md:w-64">
        <SearchForm
          action="/hashtags"
          name="search"
          value={query.search ?? ""}
          label="Hashtag begins with"
          keep={Object.fromEntries(new URLSearchParams(rest))}
        />
      </div>
    </div>
  );
}
