import { CampaignPostRows } from "@/components/campaigns/campaign-post-rows";
import { CampaignPostTable, type PostsContext } from "@/components/campaigns/campaign-post-table";
import { addHref, campaignHref, campaignQuery } from "@/components/campaigns/campaigns-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkSelect } from "@/components/ui/link-select";
import { Pager } from "@/components/ui/pager";
import { Panel, PanelHead } from "@/components/ui/panel";
import { SearchForm } from "@/components/ui/search-form";
import type { CampaignPosts } from "@/lib/campaigns/post-answers";
import type { CampaignView } from "@/lib/campaigns/schema";
import { counted } from "@/lib/format/count";
import { PLATFORM_NAMES, type PlatformId } from "@/lib/platforms/platform";

/** A page of the campaign's posts with what filters and pages them. */
export function CampaignPostsPanel({
  posts: { items, total_count: total },
  all,
  platforms,
  pageSize,
  ...context
}: PostsContext & {
  posts: CampaignPosts;
  /** How many posts the campaign has, whatever the filter. */
  all: number;
  platforms: PlatformId[];
  pageSize: number;
}) {
  const { campaign, view, remove } = context;
  if (all === 0) {
    return (
      <Panel label="Posts">
        <EmptyState
          action={
            remove && (
              <ButtonLink variant="primary" href={addHref(campaign.id)}>
                Add posts
              </ButtonLink>
            )
          }
        >
          {remove
            ? "No post is in this campaign yet. Pick posts of the workspace, paste their links, or take all that a job found."
            : "No post is in this campaign yet. Members add them."}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      <PanelHead
        title={total === all ? counted(all, "post") : `${counted(total, "post")} of ${all}`}
        sub={
          remove
            ? "Newest numbers. A price is changed in place: Enter saves, Escape leaves it."
            : "Newest numbers"
        }
      />
      <Filters view={view} id={campaign.id} platforms={platforms} />
      {total === 0 ? (
        <EmptyState
          action={<ButtonLink href={campaignHref(campaign.id)}>Clear filters</ButtonLink>}
        >
          No post of the campaign matches these filters.
        </EmptyState>
      ) : (
        <>
          <CampaignPostTable rows={items} {...context} />
          <CampaignPostRows rows={items} {...context} />
          <Pager
            noun="Posts"
            page={view.page}
            pageSize={pageSize}
            total={total}
            hrefOf={(page) => campaignHref(campaign.id, { ...view, page })}
          />
        </>
      )}
    </Panel>
  );
}

function Filters({
  view,
  id,
  platforms,
}: {
  view: CampaignView;
  id: string;
  platforms: PlatformId[];
}) {
  const href = (asked: Partial<CampaignView>) => campaignHref(id, { ...view, page: 1, ...asked });
  const kept = campaignQuery({ ...view, search: undefined, page: 1 });
  return (
    <FilterBar
      className="print-hidden pb-2.5 md:border-b"
      search={
        <SearchForm
          action={`/campaigns/${id}`}
          name="search"
          value={view.search ?? ""}
          label="Title, author or link"
          keep={Object.fromEntries(new URLSearchParams(kept))}
        />
      }
    >
      <div className="w-36 flex-none">
        <LinkSelect
          label="Platform"
          value={href({})}
          set={view.platform !== undefined}
          options={[undefined, ...platforms].map((platform) => ({
            value: href({ platform }),
            label: platform ? PLATFORM_NAMES[platform] : "All platforms",
          }))}
        />
      </div>
      <div className="w-36 flex-none">
        <LinkSelect
          label="Price"
          value={href({})}
          set={view.priced !== undefined}
          options={([undefined, "yes", "no"] as const).map((priced) => ({
            value: href({ priced }),
            label:
              priced === undefined
                ? "Any price"
                : priced === "yes"
                  ? "With a price"
                  : "Without a price",
          }))}
        />
      </div>
    </FilterBar>
  );
}
