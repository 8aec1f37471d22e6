import "server-only";
import { env } from "@/lib/env";
import type { Lease, LeasedRow } from "@/lib/jobs/claim";
import type { Settled } from "@/lib/jobs/settlement";
import { resolveShortLink } from "@/lib/links/resolve-short-link";
import { retryDelaySeconds } from "@/lib/queue/retry-delay";

const AT_ONCE = 10;

type Resolved = LeasedRow & { external_id: string };

/** Follows the short links among a lease's rows. What leads to no post is settled here. */
export async function resolveRows(lease: Lease) {
  const settled: Settled[] = [];
  const rows: Resolved[] = [];
  const open = lease.rows.filter((row) => {
    if (row.external_id === null) return true;
    rows.push({ ...row, external_id: row.external_id });
    return false;
  });
  const simulator = env().FEATURE_FAKE_INSIGHTS ? env().SIMULATOR_URL : undefined;

  async function resolveNext(): Promise<void> {
    for (let row = open.pop(); row; row = open.pop()) {
      const link = await resolveShortLink(row.url, simulator === undefined ? {} : { simulator });
      const rowNumber = row.row_number;
      if (link.kind === "post" && link.platform === lease.platform) {
        rows.push({ ...row, external_id: link.externalId, url: link.url });
      } else if (link.kind === "unresolved" && link.code === "provider_error" && row.attempts < 2) {
        const afterSeconds = retryDelaySeconds(row.attempts);
        settled.push({
          kind: "released",
          rowNumber,
          code: link.code,
          afterSeconds,
          pendingRef: null,
          refused: true,
        });
      } else {
        const [code, detail] =
          link.kind === "unresolved"
            ? ([link.code, link.detail] as const)
            : (["unsupported_link", null] as const);
        settled.push({ kind: "failed", rowNumber, code, detail });
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, resolveNext));
  return { rows, settled };
}
