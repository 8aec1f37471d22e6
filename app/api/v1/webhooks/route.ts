import { addWebhook } from "@/lib/alerts/commands";
import { getChannels, requireWebhooks } from "@/lib/alerts/queries";
import { newWebhook } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/webhooks - the workspace's webhooks, never a secret, and the last deliveries; for admins
export const GET = userRoute({}, async ({ scope }) => {
  const channels = await getChannels(scope);
  return { items: requireWebhooks(channels), deliveries: channels.deliveries };
});

// POST /api/v1/webhooks - makes one for {url}; its `secret` is answered this once; for admins
export const POST = userRoute({}, async ({ scope, request }) => {
  const { url } = newWebhook.parse(parseJson(await request.text(), "The body is not JSON."));
  return Response.json(await addWebhook(scope, url), { status: 201 });
});
