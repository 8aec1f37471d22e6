import { JOB_STATE_WORDS } from "@/components/jobs/job-words";
import { jobsHref } from "@/components/jobs/jobs-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChip } from "@/components/ui/filter-chip";
import type { JobFilter } from "@/lib/jobs/schema";

/** No job yet, or none that the filters leave. */
export function NoJobs({
  filter: { search, status },
  mayUpload,
}: {
  filter: JobFilter;
  mayUpload: boolean;
}) {
  if (search === undefined && status === undefined) {
    return (
      <EmptyState
        action={
          mayUpload && (
            <ButtonLink variant="primary" href="/upload">
              Upload a file
            </ButtonLink>
          )
        }
      >
        {mayUpload
          ? "No jobs yet. Upload a file of post links to measure them."
          : "No jobs yet. Members of this workspace can upload; you can read what they measure."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        <div className="flex flex-wrap items-center justify-center gap-2">
          {status && <FilterChip href={jobsHref({ search })}>{JOB_STATE_WORDS[status]}</FilterChip>}
          {search && <FilterChip href={jobsHref({ status })}>{`“${search}”`}</FilterChip>}
          <ButtonLink size="small" href="/jobs">
            Clear filters
          </ButtonLink>
        </div>
      }
    >
      No job matches these filters.
    </EmptyState>
  );
}
