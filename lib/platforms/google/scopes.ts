import type { Scope } from "../connected.ts";

export const ANALYTICS_SCOPE = "https://www.googleapis.com/auth/yt-analytics.readonly";

/** `youtube.force-ssl`, which writes, is not asked for. */
export const GOOGLE_SCOPES: Scope[] = [
  {
    id: "https://www.googleapis.com/auth/youtube.readonly",
    gives: "Your channel, its videos, and their views, likes and comments.",
    required: true,
  },
  {
    id: ANALYTICS_SCOPE,
    gives: "Shares, and views as YouTube Analytics counts them.",
    required: false,
  },
];
