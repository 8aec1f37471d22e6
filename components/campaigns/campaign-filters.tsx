import { STATE_NAMES } from "@/components/campaigns/campaign-words";
import { campaignsHref, campaignsQuery } from "@/components/campaigns/campaigns-address";
import { FilterBar } from "@/components/ui/filter-bar";
import { SearchForm } from "@/components/ui/search-form";
import { Tabs } from "@/components/ui/tabs";
import type { CampaignList } from "@/lib/campaigns/answers";
import type { CampaignFilter } from "@/lib/campaigns/schema";
import { CAMPAIGN_STATES } from "@/lib/campaigns/states";
import { exactCount } from "@/lib/format/count";

/** Which campaigns the list shows: state and text, both in the address. */
export function CampaignFilters({
  filter,
  states,
}: {
  filter: CampaignFilter;
  states: CampaignList["states"];
}) {
  const { state, search } = filter;
  const kept = campaignsQuery({ ...filter, search: undefined, page: 1 });
  const all = CAMPAIGN_STATES.reduce((sum, each) => sum + states[each], 0);
  return (
    <FilterBar
      search={
        <SearchForm
          action="/campaigns"
          name="search"
          value={search ?? ""}
          label="Name or note"
          keep={Object.fromEntries(new URLSearchParams(kept))}
        />
      }
    >
      <Tabs
        label="Campaigns by state"
        links={[undefined, ...CAMPAIGN_STATES].map((of) => ({
          href: campaignsHref({ ...filter, state: of, page: 1 }),
          label: of ? STATE_NAMES[of] : "All",
          count: exactCount(of ? states[of] : all),
          current: state === of,
        }))}
      />
    </FilterBar>
  );
}
