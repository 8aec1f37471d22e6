import { ComparedWith } from "@/components/performance/compared-with";
import { ReelList } from "@/components/performance/reel-list";
import { type ReelContext, ReelTable } from "@/components/performance/reel-table";
import { SORT_NAMES } from "@/components/performance/reel-words";
import { pinnedHref, reelsHref } from "@/components/performance/reels-address";
import { ReelsExport } from "@/components/performance/reels-export";
import { LinkSelect } from "@/components/ui/link-select";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelHead } from "@/components/ui/panel";
import { counted } from "@/lib/format/count";
import type { ReelList as Listed } from "@/lib/reels/queries";
import { REEL_SORTS } from "@/lib/reels/schema";

/** All reels of the cohort, a page at a time, with files of them and what they are compared with. */
export function ReelsPanel({
  answer,
  paging,
  unmeasured,
  ...context
}: ReelContext & {
  answer: Listed;
  paging: { page: number; pageSize: number; total: number };
  unmeasured: number;
}) {
  const { query } = context;
  const { cohort, items } = answer;
  const [, pinned] = pinnedHref(query, cohort.id).split("?");
  return (
    <div id="all-reels" className="scroll-mt-16">
      <Panel>
        <PanelHead
          title="All reels"
          sub={`${counted(paging.total, "reel")} shown, by ${sortWords(query)}`}
          tools={<ReelsExport query={`?${pinned}`} total={paging.total} />}
        />
        <div className="px-3.5 pb-2.5 md:hidden">
          <LinkSelect
            label="Sorted by"
            value={reelsHref(query)}
            set={false}
            options={[query.sort, ...REEL_SORTS.filter((sort) => sort !== query.sort)].map(
              (sort) => ({
                value:
                  sort === query.sort
                    ? reelsHref(query)
                    : reelsHref(query, {
                        sort,
                        order: ["author", "platform"].includes(sort) ? "asc" : "desc",
                      }),
                label: `By ${SORT_NAMES[sort].toLowerCase()}`,
              }),
            )}
          />
        </div>
        <ReelTable reels={items} {...context} />
        <ReelList reels={items} {...context} />
        <Pager
          noun="Reels"
          {...paging}
          hrefOf={(page) => `${reelsHref(query, { page })}#all-reels`}
        />
        <ComparedWith cohort={cohort} unmeasured={unmeasured} />
      </Panel>
    </div>
  );
}

/** "score, highest first". */
export function sortWords({ sort, order }: ReelContext["query"]) {
  const up = order === "asc";
  const name = SORT_NAMES[sort].toLowerCase();
  if (sort === "published") return `${name}, ${up ? "oldest" : "newest"} first`;
  if (sort === "author" || sort === "platform") return `${name}, ${up ? "A to Z" : "Z to A"}`;
  return `${name}, ${up ? "lowest" : "highest"} first`;
}
