import { CalendarDays } from "lucide-react";
import { DayRange } from "@/components/posts/day-range";
import {
  hashtagWords,
  KIND_NAMES,
  ORIGIN_NAMES,
  publishedWords,
  STATE_NAMES,
} from "@/components/posts/filter-words";
import { postsHref, postsQuery } from "@/components/posts/posts-address";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterChip } from "@/components/ui/filter-chip";
import { LinkSelect } from "@/components/ui/link-select";
import { SearchForm } from "@/components/ui/search-form";
import { Tabs } from "@/components/ui/tabs";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";
import type { PostChoices } from "@/lib/posts/queries";
import { MEDIA_KINDS, ORIGINS, POST_STATES, type PostFilter } from "@/lib/posts/schema";

/** Which posts the list shows. All of it is in the address. */
export function PostFilters({ filter, choices }: { filter: PostFilter; choices: PostChoices }) {
  const { state, search } = filter;
  const kept = postsQuery({ ...filter, search: undefined });
  const platforms = new Set(choices.accounts.map(({ platform }) => platform));
  return (
    <>
      <FilterBar
        className="pt-2.5"
        search={
          <SearchForm
            action="/posts"
            name="search"
            value={search ?? ""}
            label="Title, author or link"
            keep={Object.fromEntries(new URLSearchParams(kept))}
          />
        }
      >
        <Tabs
          label="Posts by state"
          links={[undefined, ...POST_STATES].map((of) => ({
            href: postsHref({ ...filter, state: of }),
            label: of ? STATE_NAMES[of] : "All",
            current: state === of,
          }))}
        />
      </FilterBar>
      <div className="scroll-row flex flex-wrap items-center gap-2 px-3.5 py-2.5 md:border-b md:px-4">
        <Choice
          filter={filter}
          name="platform"
          label="All platforms"
          options={PLATFORM_IDS.map((id) => [id, PLATFORM_NAMES[id]])}
        />
        {platforms.size > 0 && (
          <Choice
            filter={filter}
            name="account"
            label="All accounts"
            options={choices.accounts.map(({ id, name, platform }) => [
              id,
              `${name}, ${PLATFORM_NAMES[platform]}`,
            ])}
          />
        )}
        <Choice
          filter={filter}
          name="author"
          label="All authors"
          options={choices.authors.map((author) => [author, author])}
        />
        <Choice
          filter={filter}
          name="kind"
          label="All kinds"
          options={MEDIA_KINDS.map((kind) => [kind, KIND_NAMES[kind]])}
        />
        <Choice
          filter={filter}
          name="source"
          label="All sources"
          options={choices.sources.map((each) => [each.source, sourceText(each, choices.sources)])}
        />
        <Choice
          filter={filter}
          name="origin"
          label="From anywhere"
          options={ORIGINS.map((origin) => [origin, ORIGIN_NAMES[origin]])}
        />
        <Published filter={filter} />
        {filter.hashtag && (
          <FilterChip href={postsHref({ ...filter, hashtag: undefined })}>
            {hashtagWords(filter.hashtag)}
          </FilterChip>
        )}
      </div>
    </>
  );
}

type Source = PostChoices["sources"][number];

/** With its platform where another source has the same name. */
function sourceText({ source, name }: Source, all: Source[]) {
  if (all.every((other) => other.source === source || other.name !== name)) return name;
  const platform = PLATFORM_IDS.find((id) => source.endsWith(`_${id}`));
  return platform ? `${name}, ${PLATFORM_NAMES[platform]}` : name;
}

/** Posts published between two days. */
function Published({ filter }: { filter: PostFilter }) {
  const { from, until } = filter;
  const anyTime = { ...filter, from: undefined, until: undefined };
  const set = from !== undefined || until !== undefined;
  return (
    <DayRange
      action="/posts"
      keep={postsQuery(anyTime)}
      title="Published between"
      trigger={
        <>
          <CalendarDays aria-hidden="true" />
          <span className={set ? "text-accent-text" : undefined}>{publishedWords(filter)}</span>
        </>
      }
      from={from}
      until={until}
      confirm="Show these posts"
      clear={set ? { href: postsHref(anyTime), label: "Any time" } : undefined}
    />
  );
}

/** One filter as a select whose options are addresses. */
function Choice<Name extends "platform" | "account" | "author" | "kind" | "source" | "origin">({
  filter,
  name,
  label,
  options,
}: {
  filter: PostFilter;
  name: Name;
  /** What it says while nothing is chosen. */
  label: string;
  options: [value: NonNullable<PostFilter[Name]>, text: string][];
}) {
  const hrefOf = (value: PostFilter[Name] | undefined) => postsHref({ ...filter, [name]: value });
  return (
    <div className="w-36 flex-none">
      <LinkSelect
        label={label}
        value={hrefOf(filter[name])}
        set={filter[name] !== undefined}
        options={[
          { value: hrefOf(undefined), label },
          ...options.map(([value, text]) => ({ value: hrefOf(value), label: text })),
        ]}
      />
    </div>
  );
}
