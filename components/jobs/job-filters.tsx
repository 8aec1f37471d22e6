import { JOB_STATE_WORDS } from "@/components/jobs/job-words";
import { jobsHref } from "@/components/jobs/jobs-address";
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
    <div className="scroll-row flex flex-wrap items-center gap-2 px-3.5 py-2.5 md:border-b md:px-4">
      <Tabs
        label="Jobs by state"
        links={STATES.map((of) => ({
          href: jobsHref({ status: of, search }),
          label: of ? JOB_STATE_WORDS[of] : "All",
          current: status === of,
        }))}
      />
      <span className="flex-1 max-md:hidden" />
      <SearchForm
        action="/jobs"
        name="search"
        value={search ?? ""}
        label="File name"
        keep={{ status }}
      />
    </div>
  );
}
