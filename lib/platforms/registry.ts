import { apifyInstagramSource } from "./apify-instagram.ts";
import { apifyTiktokSource } from "./apify-tiktok.ts";
import type { PlatformId, SourceChoice } from "./platform.ts";
import { effectiveSettings, type PlatformSettings, type SourceOptions } from "./settings.ts";
import { youtubeSource } from "./youtube.ts";

/** How to measure public posts of a platform with the settings of this server, or why that is not possible. */
export function sourceFor(
  platform: PlatformId,
  settings: PlatformSettings,
  options: SourceOptions = {},
): SourceChoice {
  const effective = effectiveSettings(settings);
  switch (platform) {
    case "youtube":
      return youtubeSource(effective, options);
    case "instagram":
      return apifyInstagramSource(effective, options);
    case "tiktok":
      return apifyTiktokSource(effective, options);
    case "facebook":
      return needsAccount("Facebook shows the numbers of a post to its own Page only.");
    case "linkedin":
      return needsAccount("LinkedIn shows the numbers of a post to its own author only.");
  }
}

function needsAccount(reason: string): SourceChoice {
  return {
    kind: "unavailable",
    code: "needs_account",
    detail: `${reason} Connect the account first.`,
  };
}
