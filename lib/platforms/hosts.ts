import type { PlatformSettings } from "./settings.ts";

/** Meta's API version: a version lives two years after its successor ships. */
export const GRAPH_VERSION = "v26.0";

const REAL = {
  googleConsent: "https://accounts.google.com/o/oauth2/v2/auth",
  googleToken: "https://oauth2.googleapis.com",
  youtube: "https://www.googleapis.com/youtube/v3",
  youtubeAnalytics: "https://youtubeanalytics.googleapis.com/v2",
  tiktokConsent: "https://www.tiktok.com/v2/auth/authorize/",
  tiktok: "https://open.tiktokapis.com/v2",
  facebookConsent: `https://www.facebook.com/${GRAPH_VERSION}/dialog/oauth`,
  facebookGraph: `https://graph.facebook.com/${GRAPH_VERSION}`,
  instagramConsent: "https://www.instagram.com/oauth/authorize",
  instagramToken: "https://api.instagram.com/oauth/access_token",
  /** Without the version: the token calls have none. */
  instagramGraph: "https://graph.instagram.com",
  linkedinConsent: "https://www.linkedin.com/oauth/v2/authorization",
  linkedinToken: "https://www.linkedin.com/oauth/v2",
  linkedin: "https://api.linkedin.com/rest",
  linkedinUserinfo: "https://api.linkedin.com/v2/userinfo",
};

export type Hosts = typeof REAL;

/** Where each platform is reached: the real one, or with FEATURE_FAKE_INSIGHTS the simulator. */
export function hostsOf(settings: PlatformSettings): Hosts {
  const simulator = settings.SIMULATOR_URL?.replace(/\/+$/, "");
  if (!settings.FEATURE_FAKE_INSIGHTS || !simulator) return REAL;
  return {
    googleConsent: `${simulator}/google/o/oauth2/v2/auth`,
    googleToken: `${simulator}/google`,
    youtube: `${simulator}/youtube/v3`,
    youtubeAnalytics: `${simulator}/youtube-analytics/v2`,
    tiktokConsent: `${simulator}/tiktok/v2/auth/authorize/`,
    tiktok: `${simulator}/tiktok/v2`,
    facebookConsent: `${simulator}/facebook/${GRAPH_VERSION}/dialog/oauth`,
    facebookGraph: `${simulator}/facebook/${GRAPH_VERSION}`,
    instagramConsent: `${simulator}/instagram/oauth/authorize`,
    instagramToken: `${simulator}/instagram/oauth/access_token`,
    instagramGraph: `${simulator}/instagram`,
    linkedinConsent: `${simulator}/linkedin/oauth/v2/authorization`,
    linkedinToken: `${simulator}/linkedin/oauth/v2`,
    linkedin: `${simulator}/linkedin/rest`,
    linkedinUserinfo: `${simulator}/linkedin/v2/userinfo`,
  };
}
