import { JOB_STATE_WORDS } from "@/components/jobs/job-words";
import { jobsHref } from "@/components/jobs/jobs-address";
import { FilterBar } from "@/components/ui/filter-bar";
import { SearchForm } from "@/components/ui/search-form";
import { Tabs } from "@/components/ui/tabs";
import type { JobFilter } from "@/lib/jobs/schema";

const STATES: JobFilter["status"][] = [
  undefined,
  "queued",
  "running",
  "completed",
  "with_failures",
  "cancelled",
];

/** Which jobs the list shows: state and file name, both in the address. */
export function JobFilters({ filter: { status, search } }: { filter: JobFilter }) {
  return (
    <FilterBar
      search={
        <SearchForm
          action="/jobs"
          name="search"
          value={search ?? ""}
          label="File name"
          keep={{ status }}
        />
      }
    >
      <Tabs
        label="Jobs by state"
        links={STATES.map((of) => ({
          href: jobsHref({ status: of, search }),
          label: of ? JOB_STATE_WORDS[of] : "All",
          current: status === of,
        }))}
      />
    </FilterBar>
  );
}
