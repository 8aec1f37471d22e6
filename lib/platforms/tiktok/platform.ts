import type { PlatformChoice } from "../connected.ts";
import { hostsOf } from "../hosts.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import {
  credentialName,
  type PlatformSettings,
  SIMULATED_CALLS_PER_SECOND,
  type SourceOptions,
} from "../settings.ts";
import { tiktokCaller } from "./caller.ts";
import { readTiktokFollowers } from "./followers.ts";
import { listTiktokPosts } from "./list-posts.ts";
import { measureTiktoks } from "./measure.ts";

const BATCH = 20;

/** 600 a minute. */
const APP_CALLS_PER_SECOND = 10;

/** Two hundred milliseconds between two requests for one account. */
const ACCOUNT_CALLS_PER_SECOND = 5;

/** A connected TikTok account by the Display API. */
export function tiktokPlatform(
  settings: PlatformSettings,
  options: SourceOptions = {},
): PlatformChoice {
  const missing = missingSetting(settings, ["TIKTOK_CLIENT_KEY", "TIKTOK_CLIENT_SECRET"]);
  if (missing) return { kind: "unavailable", detail: missing };
  const host = hostsOf(settings).tiktok;
  const { now = Date.now } = options;
  const simulated = settings.FEATURE_FAKE_INSIGHTS;
  const pace = (callsPerSecond: number) => ({
    callsPerSecond: simulated ? SIMULATED_CALLS_PER_SECOND : callsPerSecond,
    burst: simulated ? SIMULATED_CALLS_PER_SECOND : callsPerSecond,
    dailyQuota: null,
    quotaZone: "UTC",
  });
  return {
    kind: "ready",
    platform: {
      id: "tiktok",
      kind: "tiktok_user",
      batchSize: BATCH,
      // The second call is for a field that was refused, or for a batch that was left out whole.
      callsFor: (posts) => 2 * Math.ceil(posts / BATCH),
      limits: {
        app: {
          provider: "tiktok_display",
          credential: credentialName(settings.TIKTOK_CLIENT_KEY ?? "", settings),
          ...pace(APP_CALLS_PER_SECOND),
        },
        account: { provider: "tiktok_user", ...pace(ACCOUNT_CALLS_PER_SECOND) },
      },
      simulated,
      listPosts: (access, ask) => listTiktokPosts(tiktokCaller(host, access, options), ask),
      readFollowers: (access) => readTiktokFollowers(tiktokCaller(host, access, options), access),
      measure: (access, posts) =>
        measureTiktoks(tiktokCaller(host, access, options), access, posts, now()),
      async listComments() {
        const detail = "TikTok's Display API counts comments and does not show their texts.";
        const value = { state: "not_offered" as const, detail };
        return { kind: "done", value, calls: 0, usage: null, rejected: [] };
      },
    },
  };
}
