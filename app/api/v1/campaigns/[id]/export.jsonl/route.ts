import { userRoute } from "@/lib/api/route";
import { exportCampaign } from "@/lib/campaigns/export-campaign";
import { campaignId, campaignPostFilter } from "@/lib/campaigns/schema";

export const maxDuration = 300;

// GET /api/v1/campaigns/:id/export.jsonl - its filtered posts with prices in their order, streamed
export const GET = userRoute(
  { params: campaignId, query: campaignPostFilter },
  ({ scope, params, query }) => exportCampaign(scope, params.id, query, "jsonl"),
);
