import { rowsInState } from "@/components/jobs/job-counts";
import { resultHref } from "@/components/jobs/result-address";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterChip } from "@/components/ui/filter-chip";
import { LinkSelect } from "@/components/ui/link-select";
import { SearchForm } from "@/components/ui/search-form";
import { Tabs } from "@/components/ui/tabs";
import { exactCount } from "@/lib/format/count";
import type { JobProgress } from "@/lib/jobs/job-progress";
import { rowErrorTitle } from "@/lib/jobs/row-errors";
import type { ResultFilter } from "@/lib/jobs/schema";
import { PLATFORM_IDS, PLATFORM_NAMES } from "@/lib/platforms/platform";

const STATES = [
  { state: undefined, label: "All" },
  { state: "succeeded", label: "Succeeded" },
  { state: "failed", label: "Failed" },
  { state: "open", label: "Open" },
] as const;

const PART_OF_OPEN = ["queued", "waiting", "running"];

/** Which rows the table shows: state, platform, text. All of it is in the address. */
export function ResultFilters({ job, filter }: { job: JobProgress; filter: ResultFilter }) {
  const { state, platform, error, search, sort, order } = filter;
  // Under a platform or a search the job's counts would not be those of the tab.
  const counted = platform === undefined && search === undefined;
  const platformHref = (chosen: typeof platform) =>
    resultHref(job.id, { ...filter, platform: chosen });
  return (
    <FilterBar
      className="border-b py-2.5"
      search={
        <SearchForm
          action={`/jobs/${job.id}`}
          name="search"
          value={search ?? ""}
          label="Title, author or link"
          keep={{ state, platform, error, sort, order }}
        />
      }
    >
      <Tabs
        label="Rows by state"
        links={STATES.map(({ state: of, label }) => ({
          href: resultHref(job.id, { ...filter, state: of, error: undefined }),
          label,
          count: counted ? exactCount(rowsInState(job, of)) : undefined,
          current: state === of || (of === "open" && PART_OF_OPEN.includes(state ?? "")),
        }))}
      />
      {error && (
        <FilterChip href={resultHref(job.id, { ...filter, error: undefined })}>
          {rowErrorTitle(error)}
        </FilterChip>
      )}
      <span className="flex-1 max-md:hidden" />
      <div className="w-40">
        <LinkSelect
          label="Platform"
          value={platformHref(platform)}
          set={platform !== undefined}
          options={[
            { value: platformHref(undefined), label: "All platforms" },
            ...PLATFORM_IDS.map((id) => ({ value: platformHref(id), label: PLATFORM_NAMES[id] })),
          ]}
        />
      </div>
    </FilterBar>
  );
}
