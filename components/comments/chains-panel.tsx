import type { ReactNode } from "react";
import { ChainList } from "@/components/comments/chain-list";
import { ChainTable } from "@/components/comments/chain-table";
import { type CommentsPage, commentsHref } from "@/components/comments/comment-filter";
import { filterChips } from "@/components/comments/comment-words";
import { TypedFilter } from "@/components/performance/typed-filter";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelFooter, PanelHead } from "@/components/ui/panel";
import type { ViralChains } from "@/lib/comments/answers";
import { counted } from "@/lib/format/count";
import { moment } from "@/lib/format/time";

/** Viral chains, the longest first, a page at a time, with the rule of what is viral. */
export function ChainsPanel({
  answer,
  filter,
  pageSize,
  posts,
  zone,
  now,
}: {
  answer: ViralChains;
  filter: CommentsPage;
  pageSize: number;
  /** Which posts: "all posts". */
  posts: string;
  zone: string;
  now: Date;
}) {
  const { chains, total_count } = answer;
  const from = (filter.page - 1) * pageSize + 1;
  return (
    <div id="chains" className="scroll-mt-16">
      <Panel>
        <PanelHead
          title={findingOf(answer, filter)}
          sub={`The longest viral chain of each post, ${posts} · ${counted(total_count, "post")}, longest first · as of ${moment(answer.as_of, zone, now)}`}
        />
        <Bounds filter={filter} />
        {chains.length === 0 ? (
          <NoChains filter={filter} zone={zone} />
        ) : (
          <>
            <ChainTable chains={chains} from={from} />
            <ChainList chains={chains} />
            <Pager
              noun="Posts"
              page={filter.page}
              pageSize={pageSize}
              total={total_count}
              hrefOf={(page) => `${commentsHref({ ...filter, page })}#chains`}
            />
          </>
        )}
        <PanelFooter>
          <p className="max-w-[110ch]">
            A comment is viral with 3 direct replies or 10 likes. A chain goes from a viral comment
            at the top down viral replies, two comments at least. Engagement adds up likes and
            direct replies of the comments in the chain; likes that were not told count as none.
          </p>
        </PanelFooter>
      </Panel>
    </div>
  );
}

function findingOf({ chains, total_count }: ViralChains, { page }: CommentsPage) {
  const [best] = chains;
  if (!best || page > 1 || total_count === 0) return "Viral chains";
  return `${counted(total_count, "thread")} took off, the longest chain has ${counted(best.levels, "comment")}`;
}

function Bounds({ filter }: { filter: CommentsPage }) {
  const keep = (name: "min_depth" | "min_engagement") =>
    Object.fromEntries(
      new URLSearchParams(
        commentsHref({ ...filter, [name]: undefined, page: 1 }).split("?")[1] ?? "",
      ),
    );
  return (
    <div className="scroll-row flex flex-wrap gap-2 px-3.5 py-1 pb-2.5 md:px-4">
      <TypedFilter
        action="/comments"
        label="Chain from"
        name="min_depth"
        value={filter.min_depth === 3 ? "" : String(filter.min_depth)}
        placeholder="3"
        inputMode="numeric"
        pattern="[2-9]|[1-9]\d{1,5}"
        title="Comments in the chain, 2 or more"
        className="w-10"
        keep={keep("min_depth")}
      />
      <TypedFilter
        action="/comments"
        label="Engagement from"
        name="min_engagement"
        value={filter.min_engagement === 50 ? "" : String(filter.min_engagement)}
        placeholder="50"
        inputMode="numeric"
        pattern="\d{0,15}"
        title="Likes and direct replies of the chain, a whole number"
        className="w-14"
        keep={keep("min_engagement")}
      />
    </div>
  );
}

function NoChains({ filter, zone }: { filter: CommentsPage; zone: string }): ReactNode {
  const chips = filterChips(filter, zone);
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap items-center justify-center gap-2">
          {chips.map(({ name, text, without }) => (
            <FilterChip key={name} href={commentsHref(without)}>
              {text}
            </FilterChip>
          ))}
          {chips.length > 0 && (
            <ButtonLink size="small" href={commentsHref({ min_depth: 2, min_engagement: 0 })}>
              Clear filters
            </ButtonLink>
          )}
        </div>
      }
    >
      {chips.length > 0
        ? "No chain matches these filters."
        : "No viral comment has a viral reply so far."}
    </EmptyState>
  );
}
