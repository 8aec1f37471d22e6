import { hashtagsHref } from "@/components/hashtags/hashtags-address";
import { PERIOD_WORDS } from "@/components/hashtags/period-words";
import { TopRows } from "@/components/hashtags/top-rows";
import { topChips, topTitle } from "@/components/hashtags/top-words";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { moment } from "@/lib/format/time";
import type { HashtagList } from "@/lib/hashtags/list";
import { type HashtagPage, type HashtagsPage, PERIODS } from "@/lib/hashtags/list-schema";

/** The hashtags by how many people use them, of a period, or those that begin with what is searched. */
export function TopPanel({
  list,
  bars,
  query,
  asked,
  pageSize,
  zone,
  now,
}: {
  list: HashtagList;
  /** Posts of each on each of the last 30 days. */
  bars: Map<string, number[]>;
  query: HashtagsPage;
  asked: Partial<HashtagPage>;
  pageSize: number;
  zone: string;
  now: Date;
}) {
  const { hashtags, total_count, as_of } = list;
  const { within } = PERIOD_WORDS[query.period];
  return (
    <Panel>
      <PanelHead
        title={topTitle(list, query)}
        sub={`Posts of this workspace ${query.period === "all" ? "" : "published "}${within}; people are the authors we know of · as of ${moment(as_of, zone, now)}`}
      />
      <div className="scroll-row flex flex-wrap items-center gap-2 px-3.5 pb-2.5 md:px-4">
        <Tabs
          label="Published"
          links={PERIODS.map((period) => ({
            href: hashtagsHref({ ...query, period, page: 1 }),
            label: PERIOD_WORDS[period].label,
            current: period === query.period,
          }))}
        />
        {query.search && (
          <FilterChip href={hashtagsHref({ ...query, search: undefined, page: 1 })}>
            {`Begins with “${query.search}”`}
          </FilterChip>
        )}
      </div>
      {hashtags.length === 0 ? (
        <NoMatch query={query} />
      ) : (
        <>
          <TopRows hashtags={hashtags} bars={bars} asked={asked} zone={zone} now={now} />
          <Pager
            noun="Hashtags"
            page={query.page}
            pageSize={pageSize}
            total={total_count}
            hrefOf={(page) => hashtagsHref({ ...query, page })}
          />
        </>
      )}
    </Panel>
  );
}

/** The filters leave none: each can be taken away. */
function NoMatch({ query }: { query: HashtagsPage }) {
  const chips = topChips(query);
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap items-center justify-center gap-2">
          {chips.map(({ text, without }) => (
            <FilterChip key={text} href={hashtagsHref(without)}>
              {text}
            </FilterChip>
          ))}
          <ButtonLink
            size="small"
            href={hashtagsHref({ window: query.window, growth: query.growth })}
          >
            Clear filters
          </ButtonLink>
        </div>
      }
    >
      {query.search
        ? `No hashtag that begins with “${query.search}” matches these filters. It is looked for at the beginning alone.`
        : "No post with a hashtag matches these filters."}
    </EmptyState>
  );
}
