import type { PlatformChoice } from "../connected.ts";
import { hostsOf } from "../hosts.ts";
import { missingSetting } from "../oauth/missing-setting.ts";
import {
  credentialName,
  type PlatformSettings,
  SIMULATED_CALLS_PER_SECOND,
  type SourceOptions,
} from "../settings.ts";
import { googleCaller } from "./caller.ts";
import { listComments } from "./comments.ts";
import { readSubscribers } from "./followers.ts";
import { measureVideos } from "./measure.ts";
import { listUploads } from "./uploads.ts";

const BATCH = 50;

const STATS_UNITS_PER_DAY = 10_000;

/** Two hundred milliseconds between two requests for one channel. */
const CHANNEL_CALLS_PER_SECOND = 5;

/** A connected channel by the Data API, and by Analytics where the owner allowed it. */
export function youtubePlatform(
  settings: PlatformSettings,
  options: SourceOptions = {},
): PlatformChoice {
  const missing = missingSetting(settings, ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"]);
  if (missing) return { kind: "unavailable", detail: missing };
  const hosts = hostsOf(settings);
  const { now = Date.now } = options;
  const simulated = settings.FEATURE_FAKE_INSIGHTS;
  const pace = (callsPerSecond: number) => ({
    callsPerSecond: simulated ? SIMULATED_CALLS_PER_SECOND : callsPerSecond,
    burst: simulated ? SIMULATED_CALLS_PER_SECOND : callsPerSecond,
    quotaZone: "America/Los_Angeles",
  });
  return {
    kind: "ready",
    platform: {
      id: "youtube",
      kind: "youtube_channel",
      batchSize: BATCH,
      // The second call is for what the first left out.
      callsFor: (posts) => 2 * Math.ceil(posts / BATCH),
      limits: {
        app: {
          // The bucket of `videos:batchGetStats`, apart from the general one of public videos (`youtube_data`).
          // The few general calls, for lists and for what was left out, are counted here too.
          provider: "youtube_stats",
          credential: credentialName(settings.GOOGLE_CLIENT_ID ?? "", settings),
          ...pace(settings.YOUTUBE_CALLS_PER_SECOND),
          dailyQuota: STATS_UNITS_PER_DAY,
        },
        account: {
          provider: "youtube_channel",
          ...pace(CHANNEL_CALLS_PER_SECOND),
          dailyQuota: null,
        },
      },
      simulated,
      listPosts: (access, ask) =>
        listUploads(hosts.youtube, googleCaller(access, options), access, ask),
      readFollowers: (access) =>
        readSubscribers(hosts.youtube, googleCaller(access, options), access),
      measure: (access, posts) =>
        measureVideos(hosts, googleCaller(access, options), access, posts, now()),
      listComments: (access, post, ask) =>
        listComments(hosts.youtube, googleCaller(access, options), post, ask, settings),
    },
  };
}
