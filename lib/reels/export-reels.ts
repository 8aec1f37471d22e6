import "server-only";
import { recordExport } from "@/lib/audit/record-export";
import type { Row } from "@/lib/exports/column";
import { download, type Format } from "@/lib/exports/download";
import type { WholeQuery } from "@/lib/reels/api-query";
import { REEL_COLUMNS, reelCells } from "@/lib/reels/export-columns";
import { askedFilter, listReels, type ReelList } from "@/lib/reels/queries";
import type { Scope } from "@/lib/supabase/server";

const PAGE_REELS = 1000;

/** The whole filtered cohort as a download, in its order, streamed. */
export async function exportReels(scope: Scope, query: WholeQuery, format: Format) {
  const { min_cohort, ...filter } = query;
  // Read before the answer begins, so that a failure still is one.
  const first = await listReels(scope, filter, { offset: 0, limit: PAGE_REELS, min_cohort });
  const { id, days } = first.cohort;
  await recordExport(scope, "reels", format, query);
  return download(format, `reels-${days}d`, REEL_COLUMNS, reelPages(scope, query, first), {
    "x-cohort-id": id,
  });
}

async function* reelPages(scope: Scope, query: WholeQuery, first: ReelList): AsyncGenerator<Row[]> {
  const { min_cohort, ...asked } = query;
  const { id, days, ends_at: endsAt } = first.cohort;
  // What the first page was of, whatever comes meanwhile.
  const filter = { ...asked, cohort: { days, endsAt, filter: askedFilter(asked) } };
  let page = first;
  for (let offset = 0; offset < page.summary.total; ) {
    yield page.items.map((reel, index) =>
      reelCells(reel, { rank: offset + index + 1, cohort: id, smallest: min_cohort }),
    );
    offset += PAGE_REELS;
    if (offset >= page.summary.total) return;
    page = await listReels(scope, filter, { offset, limit: PAGE_REELS, min_cohort });
  }
}
