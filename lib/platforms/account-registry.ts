import type { AccountKind, Connection, LoginChoice, PlatformChoice } from "./connected.ts";
import { facebookLogin } from "./facebook/login.ts";
import { facebookPlatform } from "./facebook/platform.ts";
import { youtubeLogin } from "./google/login.ts";
import { youtubePlatform } from "./google/platform.ts";
import { instagramLogin } from "./instagram/login.ts";
import { instagramPlatform } from "./instagram/platform.ts";
import { linkedinLogin } from "./linkedin/login.ts";
import { linkedinPlatform } from "./linkedin/platform.ts";
import { effectiveSettings, type PlatformSettings, type SourceOptions } from "./settings.ts";
import { tiktokLogin } from "./tiktok/login.ts";
import { tiktokPlatform } from "./tiktok/platform.ts";

/** What can be asked of a connected account's platform with the settings of this server, or why nothing can. */
export function accountPlatform(
  kind: AccountKind,
  settings: PlatformSettings,
  options: SourceOptions = {},
): PlatformChoice {
  const effective = effectiveSettings(settings);
  switch (kind) {
    case "youtube_channel":
      return youtubePlatform(effective, options);
    case "tiktok_user":
      return tiktokPlatform(effective, options);
    case "linkedin_organization":
    case "linkedin_member":
      return linkedinPlatform(kind, effective, options);
    case "instagram_page":
    case "instagram_user":
      return instagramPlatform(kind, effective, options);
    case "facebook_page":
      return facebookPlatform(effective, options);
  }
}

/** The OAuth server behind a button on the accounts page, or the setting that is missing for it. */
export function loginFor(
  connection: Connection,
  settings: PlatformSettings,
  options: SourceOptions = {},
): LoginChoice {
  const effective = effectiveSettings(settings);
  switch (connection) {
    case "youtube":
      return youtubeLogin(effective, options);
    case "tiktok":
      return tiktokLogin(effective, options);
    case "linkedin":
      return linkedinLogin(effective, options);
    case "instagram_login":
      return instagramLogin(effective, options);
    case "instagram":
    case "facebook":
      return facebookLogin(connection, effective, options);
  }
}
