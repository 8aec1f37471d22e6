import type { ReactNode } from "react";
import { STATE_NAMES } from "@/components/campaigns/campaign-words";
import { campaignsHref } from "@/components/campaigns/campaigns-address";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import type { CampaignFilter } from "@/lib/campaigns/schema";

/** Why the list is empty, and what helps. `create` is null for who may not. */
export function NoCampaigns({
  filter,
  create,
}: {
  filter: CampaignFilter;
  create: ReactNode | null;
}) {
  const { state, search } = filter;
  if (state !== undefined || search !== undefined) {
    return (
      <EmptyState
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {state && (
              <FilterChip href={campaignsHref({ ...filter, state: undefined, page: 1 })}>
                {STATE_NAMES[state]}
              </FilterChip>
            )}
            {search && (
              <FilterChip href={campaignsHref({ ...filter, search: undefined, page: 1 })}>
                {`“${search}”`}
              </FilterChip>
            )}
          </div>
        }
      >
        No campaign matches these filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState action={create}>
      {create
        ? "No campaigns yet. Make one, add posts to it, and say what they cost: views, engagement and CPM appear by themselves."
        : "No campaigns yet. They appear once a member makes one."}
    </EmptyState>
  );
}
