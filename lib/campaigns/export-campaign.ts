import "server-only";
import { z } from "zod";
import { recordExport } from "@/lib/audit/record-export";
import { CAMPAIGN_POST_COLUMNS } from "@/lib/campaigns/export-columns";
import { campaignPostArguments, getCampaign } from "@/lib/campaigns/queries";
import type { CampaignPostFilter } from "@/lib/campaigns/schema";
import type { Row } from "@/lib/exports/column";
import { download, type Format } from "@/lib/exports/download";
import type { Scope } from "@/lib/supabase/server";
import { unwrap } from "@/lib/supabase/unwrap";

/** Small first, so that the download starts at once. */
const FIRST_POSTS = 200;
const PAGE_POSTS = 2000;

// Our own function's rows, thousands at a time: that they are rows is check enough.
const piece = z.array(z.custom<(string | null)[]>(Array.isArray));

/** The posts of a campaign that the filter leaves as a download, in its order, streamed. */
export async function exportCampaign(
  scope: Scope,
  id: string,
  filter: CampaignPostFilter,
  format: Format,
) {
  const { campaign } = await getCampaign(scope, id);
  // Which posts they are is settled first: one that moves in the order meanwhile is told once.
  const ids = unwrap(await scope.db.rpc("campaign_post_ids", campaignPostArguments(id, filter)));
  await recordExport(scope, `the posts of the campaign ${campaign.name}`, format, filter);
  return download(
    format,
    `campaign ${campaign.name}`,
    CAMPAIGN_POST_COLUMNS,
    postPages(scope, id, ids),
  );
}

async function* postPages({ db }: Scope, id: string, ids: number[]): AsyncGenerator<Row[]> {
  let take = FIRST_POSTS;
  for (let from = 0; from < ids.length; ) {
    const page = ids.slice(from, from + take);
    from += take;
    take = PAGE_POSTS;
    const rows = await db.rpc("export_campaign_posts", { campaign: id, ids: page });
    yield piece.parse(JSON.parse(unwrap(rows)));
  }
}
