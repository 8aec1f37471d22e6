import type { RunFilter } from "@/lib/refresh/schema";

const HERE = "/settings/runs";

/** The list of runs with this filter; page 1 is not written. */
export function runsHref({ trigger, page = 1 }: Partial<RunFilter>): string {
  const query = new URLSearchParams({
    ...(trigger === undefined ? {} : { trigger }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? HERE : `${HERE}?${query}`;
}
