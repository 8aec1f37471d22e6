import { userRoute } from "@/lib/api/route";
import { apiDetail } from "@/lib/campaigns/api-campaign";
import { changeCampaign, deleteCampaign } from "@/lib/campaigns/commands";
import { getCampaign } from "@/lib/campaigns/queries";
import { campaignChanges, campaignId, deleteBody } from "@/lib/campaigns/schema";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/campaigns/:id - a campaign with its totals, platforms and definitions
export const GET = userRoute({ params: campaignId }, async ({ scope, params }) =>
  apiDetail(await getCampaign(scope, params.id)),
);

// PATCH /api/v1/campaigns/:id - changes what the body names
export const PATCH = userRoute({ params: campaignId }, async ({ scope, params, request }) => {
  const given = campaignChanges.parse(parseJson(await request.text(), "The body is not JSON."));
  await changeCampaign(scope, params.id, given);
  return apiDetail(await getCampaign(scope, params.id));
});

// DELETE /api/v1/campaigns/:id?confirmation= - with posts in it, its name must be given
export const DELETE = userRoute(
  { params: campaignId, query: deleteBody },
  async ({ scope, params, query }) => {
    await deleteCampaign(scope, params.id, query.confirmation);
    return new Response(null, { status: 204 });
  },
);
