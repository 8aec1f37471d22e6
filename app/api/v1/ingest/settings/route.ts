import { userRoute } from "@/lib/api/route";
import { saveIngestSettings } from "@/lib/ingest/commands";
import { getIngestSettings } from "@/lib/ingest/queries";
import { ingestSettingsInput } from "@/lib/ingest/schema";
import { parseJson } from "@/lib/parse-json";

// GET /api/v1/ingest/settings - what runs are made with; never a token, only its last characters
export const GET = userRoute({}, ({ scope }) => getIngestSettings(scope));

// PUT /api/v1/ingest/settings - for admins; `token` replaces the own one, null removes it, absent leaves it
export const PUT = userRoute({}, async ({ scope, request }) => {
  const given = parseJson(await request.text(), "The body is not JSON.");
  await saveIngestSettings(scope, ingestSettingsInput.parse(given));
  return getIngestSettings(scope);
});
