import { userRoute } from "@/lib/api/route";
import { apiTrend } from "@/lib/campaigns/api-campaign";
import { getCampaignTrend, requireCampaign } from "@/lib/campaigns/queries";
import { campaignId, campaignTrendQuery } from "@/lib/campaigns/schema";

// GET /api/v1/campaigns/:id/trend - what its posts had by each day, and what was spent until then
export const GET = userRoute(
  { params: campaignId, query: campaignTrendQuery },
  async ({ scope, params, query }) => {
    await requireCampaign(scope, params.id);
    return apiTrend(await getCampaignTrend(scope, params.id, query));
  },
);
