import { userRoute } from "@/lib/api/route";
import { env } from "@/lib/env";
import { PLATFORM_IDS } from "@/lib/platforms/platform";
import { sourceFor } from "@/lib/platforms/registry";

// GET /api/v1/system/meta - where each platform's numbers come from on this server
export const GET = userRoute({}, async () => {
  const fetchers = PLATFORM_IDS.map((platform) => {
    const choice = sourceFor(platform, env());
    return [platform, choice.kind === "ready" ? choice.source.source : choice.code];
  });
  return { fetchers: Object.fromEntries(fetchers), simulated: env().FEATURE_FAKE_INSIGHTS };
});
