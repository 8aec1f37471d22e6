/** The page of ingest; page 1 of its runs is not written. */
export function ingestHref({ page = 1 }: { page?: number } = {}): string {
  return page === 1 ? "/settings/ingest" : `/settings/ingest?page=${page}`;
}

/** One run; page 1 of what was quarantined is not written. */
export function ingestRunHref(id: string, { page = 1 }: { page?: number } = {}): string {
  return `/settings/ingest/${id}${page === 1 ? "" : `?page=${page}`}`;
}
