import type { JobFilter } from "@/lib/jobs/schema";

/** The list of jobs with these filters; page 1 is not written. */
export function jobsHref({ search, status, page = 1 }: Partial<JobFilter>): string {
  const query = new URLSearchParams({
    ...(status === undefined ? {} : { status }),
    ...(search === undefined ? {} : { search }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? "/jobs" : `/jobs?${query}`;
}
