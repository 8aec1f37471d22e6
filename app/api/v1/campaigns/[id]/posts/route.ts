import { userRoute } from "@/lib/api/route";
import { apiCampaignPost } from "@/lib/campaigns/api-campaign";
import { addPosts, removePosts, setPrice } from "@/lib/campaigns/commands";
import { listCampaignPosts, requireCampaign } from "@/lib/campaigns/queries";
import {
  addBody,
  campaignId,
  campaignPostPage,
  priceBody,
  removeBody,
} from "@/lib/campaigns/schema";
import { exactNumber } from "@/lib/exact-number";
import { parseJson } from "@/lib/parse-json";

const NO_JSON = "The body is not JSON.";

// GET /api/v1/campaigns/:id/posts - its posts with their numbers and prices, a page at a time
export const GET = userRoute(
  { params: campaignId, query: campaignPostPage },
  async ({ scope, params, query: { page, limit, ...filter } }) => {
    await requireCampaign(scope, params.id);
    const found = await listCampaignPosts(scope, params.id, filter, { page, limit });
    const has_more = (page - 1) * limit + found.items.length < found.total_count;
    const items = found.items.map(apiCampaignPost);
    return { page, limit, total: found.total_count, has_more, items };
  },
);

// POST /api/v1/campaigns/:id/posts - adds {posts: ids}, {links} or {job}: all that succeeded in it
export const POST = userRoute({ params: campaignId }, async ({ scope, params, request }) =>
  addPosts(scope, params.id, addBody.parse(parseJson(await request.text(), NO_JSON))),
);

// PATCH /api/v1/campaigns/:id/posts - what a post cost: {post, price}
export const PATCH = userRoute({ params: campaignId }, async ({ scope, params, request }) => {
  const { post, price } = priceBody.parse(parseJson(await request.text(), NO_JSON));
  return { post, price: exactNumber(await setPrice(scope, params.id, post, price)) };
});

// DELETE /api/v1/campaigns/:id/posts - takes {posts: ids} out of it; the posts stay
export const DELETE = userRoute({ params: campaignId }, async ({ scope, params, request }) => {
  const { posts } = removeBody.parse(parseJson(await request.text(), NO_JSON));
  return { removed: await removePosts(scope, params.id, posts) };
});
