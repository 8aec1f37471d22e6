import { exactNumber } from "@/lib/exact-number";
import { apiResult } from "@/lib/jobs/api-result";
import type { Slice } from "@/lib/jobs/queries";
import type { listLinks } from "@/lib/link/queries";

/** A page of single links for programs. Counts are exact JSON numbers, missing is null. */
export function apiLinks(list: Awaited<ReturnType<typeof listLinks>>, { limit, offset }: Slice) {
  const { total, items, views_sum, like_rate, ...counts } = list;
  return {
    limit,
    offset,
    total,
    has_more: offset + items.length < total,
    totals: { ...counts, views_sum: exactNumber(views_sum), like_rate: exactNumber(like_rate) },
    items: items.map(({ job_id, job_status, created_at, ...row }) => ({
      ...apiResult(job_id, row),
      job_status,
      created_at,
    })),
  };
}
