import { LinkSwitch } from "@/components/performance/link-switch";
import { filterChips } from "@/components/performance/reel-words";
import { reelsHref, reelsQuery, unfilteredHref } from "@/components/performance/reels-address";
import { TypedFilter } from "@/components/performance/typed-filter";
import { WindowChoice } from "@/components/performance/window-choice";
import { ButtonLink } from "@/components/ui/button";
import { LinkSelect } from "@/components/ui/link-select";
import { SearchForm } from "@/components/ui/search-form";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { CohortFilter } from "@/lib/reels/cohort-id";
import { askedFilter } from "@/lib/reels/queries";
import type { ReelChoices } from "@/lib/reels/reel";
import type { ReelFilter } from "@/lib/reels/schema";

/** Which reels are shown; who is compared with whom does not depend on it. All of it is in the address. */
export function ReelFilters({ query, choices }: { query: ReelFilter; choices: ReelChoices }) {
  const { platform, author, hashtag, min_views, outliers_only, search } = askedFilter(query);
  return (
    <div className="scroll-row flex flex-wrap items-center gap-2 max-md:-mx-4 max-md:px-4 max-md:py-1">
      <WindowChoice query={query} />
      <Choice
        query={query}
        name="platform"
        label="All platforms"
        value={platform}
        options={choices.platforms.map((id) => [id, PLATFORM_NAMES[id]])}
      />
      <Choice
        query={query}
        name="author"
        label="All authors"
        value={author}
        options={choices.authors.map((name) => [name, name])}
      />
      <TypedFilter
        label="Hashtag"
        name="hashtag"
        value={hashtag ?? ""}
        placeholder="#any"
        maxLength={200}
        className="w-16"
        keep={keptBeside(query, "hashtag")}
      />
      <TypedFilter
        label="Views from"
        name="min_views"
        value={min_views ? String(min_views) : ""}
        placeholder="0"
        inputMode="numeric"
        pattern="\d{0,15}"
        title="A whole number of views, in digits"
        className="w-14"
        keep={keptBeside(query, "min_views")}
      />
      <LinkSwitch
        label="Outliers only"
        on={outliers_only === true}
        href={reelsHref(query, { outliers_only: !outliers_only })}
      />
      {filterChips(query).length > 0 && (
        <ButtonLink variant="quiet" href={unfilteredHref(query)}>
          Clear filters
        </ButtonLink>
      )}
      <span className="flex-1 max-md:hidden" />
      <div className="w-56 min-w-44 md:shrink lg:w-52">
        <SearchForm
          action="/performance"
          name="search"
          value={search ?? ""}
          label="Title, author or hashtag"
          keep={keptBeside(query, "search")}
        />
      </div>
    </div>
  );
}

function keptBeside(query: ReelFilter, name: keyof CohortFilter) {
  return Object.fromEntries(new URLSearchParams(reelsQuery(query, { [name]: undefined })));
}

/** One filter as a select whose options are addresses. */
function Choice<Name extends "platform" | "author">({
  query,
  name,
  label,
  value,
  options,
}: {
  query: ReelFilter;
  name: Name;
  /** What it says while nothing is chosen. */
  label: string;
  value: CohortFilter[Name];
  options: [value: string, text: string][];
}) {
  const hrefOf = (chosen: string | undefined) => reelsHref(query, { [name]: chosen });
  // What a link asks for is shown as chosen, also when this window has none of it.
  const missing =
    value && options.every(([known]) => known !== value) ? [[value, value] as const] : [];
  return (
    <div className="w-34 flex-none">
      <LinkSelect
        label={label}
        value={hrefOf(value)}
        set={value !== undefined}
        options={[
          { value: hrefOf(undefined), label },
          ...[...missing, ...options].map(([id, text]) => ({ value: hrefOf(id), label: text })),
        ]}
      />
    </div>
  );
}
