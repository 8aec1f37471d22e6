import { changeWebhook, removeWebhook } from "@/lib/alerts/commands";
import { webhookChanges, webhookId } from "@/lib/alerts/schema";
import { userRoute } from "@/lib/api/route";
import { parseJson } from "@/lib/parse-json";

// PATCH /api/v1/webhooks/:id - {url?, is_on?, new_secret?: true}; a new secret is answered this once; for admins
export const PATCH = userRoute({ params: webhookId }, async ({ scope, params, request }) => {
  const given = webhookChanges.parse(parseJson(await request.text(), "The body is not JSON."));
  return changeWebhook(scope, params.id, given);
});

// DELETE /api/v1/webhooks/:id - removes it, its secret, and what waits for it; for admins
export const DELETE = userRoute({ params: webhookId }, async ({ scope, params }) => {
  await removeWebhook(scope, params.id);
  return new Response(null, { status: 204 });
});
