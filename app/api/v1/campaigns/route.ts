import { userRoute } from "@/lib/api/route";
import { apiDetail, apiListed } from "@/lib/campaigns/api-campaign";
import { createCampaign } from "@/lib/campaigns/commands";
import { getCampaign, listCampaigns } from "@/lib/campaigns/queries";
import { campaignFilter, newCampaign } from "@/lib/campaigns/schema";
import { exactNumber } from "@/lib/exact-number";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/campaigns - the workspace's campaigns with their totals, a page at a time
export const GET = userRoute({ query: campaignFilter }, async ({ scope, query }) => {
  const { items, total_count, totals, ...rest } = await listCampaigns(scope, query);
  const { page, limit } = query;
  return {
    page,
    limit,
    total: total_count,
    has_more: (page - 1) * limit + items.length < total_count,
    items: items.map(apiListed),
    totals: {
      ...totals,
      views: exactNumber(totals.views),
      mean_rate: exactNumber(totals.mean_rate),
    },
    ...rest,
  };
});

// POST /api/v1/campaigns - makes one: {name, state?, currency?, note?, starts_on?, ends_on?}
export const POST = userRoute({}, async ({ scope, request }) => {
  const given = newCampaign.parse(parseJson(await request.text(), "The body is not JSON."));
  const id = await createCampaign(scope, given);
  return Response.json(apiDetail(await getCampaign(scope, id)), { status: 201 });
});
