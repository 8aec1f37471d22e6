import type { Scope } from "../connected.ts";

export const VIDEO_SCOPE = "video.list";
export const STATS_SCOPE = "user.info.stats";

export const TIKTOK_SCOPES: Scope[] = [
  { id: "user.info.basic", gives: "Your TikTok account: its name and picture.", required: true },
  {
    id: "user.info.profile",
    gives: "Your user name and the link to your profile.",
    required: false,
  },
  { id: STATS_SCOPE, gives: "Your followers and total likes.", required: false },
  {
    id: VIDEO_SCOPE,
    gives: "Your public posts, and their views, likes, comments and shares.",
    required: true,
  },
];

const USER_FIELDS: Record<string, string[]> = {
  "user.info.basic": ["open_id", "union_id", "avatar_url", "display_name"],
  "user.info.profile": ["username", "profile_deep_link"],
};

/** A field that its scope does not cover fails the whole call. */
export function userFields(scopes: string[]): string[] {
  return scopes.flatMap((scope) => USER_FIELDS[scope] ?? []);
}
