import { resultHref } from "@/components/jobs/result-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import { rowErrorTitle } from "@/lib/jobs/row-errors";
import type { ResultFilter } from "@/lib/jobs/schema";
import { PLATFORM_NAMES } from "@/lib/platforms/platform";

/** Filtered to nothing: each filter as something to take away. */
export function NoResults({ id, filter }: { id: string; filter: ResultFilter }) {
  const { state, platform, error, search } = filter;
  const without = (name: keyof ResultFilter) => resultHref(id, { ...filter, [name]: undefined });
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap items-center justify-center gap-2">
          {state && <FilterChip href={without("state")}>{`State: ${state}`}</FilterChip>}
          {error && <FilterChip href={without("error")}>{rowErrorTitle(error)}</FilterChip>}
          {platform && (
            <FilterChip href={without("platform")}>{PLATFORM_NAMES[platform]}</FilterChip>
          )}
          {search && <FilterChip href={without("search")}>{`“${search}”`}</FilterChip>}
          <ButtonLink size="small" href={resultHref(id, {})}>
            Clear filters
          </ButtonLink>
        </div>
      }
    >
      {search || platform || error
        ? "No row of this job matches these filters."
        : `No row of this job is ${state ?? "here"}.`}
    </EmptyState>
  );
}
