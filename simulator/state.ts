import type { AccountBook } from "./accounts.ts";
import type { Oddities } from "./apify-oddities.ts";
import type { Runs } from "./apify-runs.ts";
import type { FaultBox } from "./fault-box.ts";
import type { Grants } from "./grants.ts";
import type { World } from "./posts.ts";
import type { RequestLog } from "./request-log.ts";

/** What tests change while the simulator runs. */
export type Settings = {
  /** Units a day: of the general bucket, and of the one that `videos:batchGetStats` has to itself. */
  youtubeDailyQuota: number;
  youtubeStatsDailyQuota: number;
  /** How long an Apify run works, and how it ends. */
  apifyRunSeconds: number;
  apifyRunEnds: "SUCCEEDED" | "FAILED" | "TIMED-OUT" | "ABORTED";
  /** The same for runs of some actors alone, by the actor's name in the path: `apify~instagram-scraper`. */
  apifyActorSeconds: Record<string, number>;
  /** What is odd in datasets of reels: true for the usual rates, false for nothing, or other rates of some. */
  apifyOddities: Oddities;
  /** Whether one item in five is changed in a way that no actor documents. */
  apifyMutations: boolean;
  /** How often the end of a run is told to each of its webhooks. */
  apifyWebhooks: "twice" | "once" | "never";
  /** Metric names that Meta's insights and LinkedIn's analytics refuse from now on; `youtube_analytics.shares` for YouTube's. */
  retiredMetrics: string[];
  /** What the X-App-Usage and X-Business-Use-Case-Usage headers say, in percent; null: no header. */
  graphUsage: number | null;
  /** Every n-th item of Meta's batches is not done in time and comes back as null; null: all are done. */
  graphUnfinishedEvery: number | null;
  /** How YouTube answers for a channel's statistics: `failing` is an error of that call alone. */
  subscribers: "told" | "hidden" | "failing";
  /** LinkedIn versions that answer 426. */
  deadLinkedinVersions: string[];
  /** Seconds that access tokens live, where it is not the server's own choice. */
  accessTokenSeconds: number | null;
};

export const DEFAULT_SETTINGS: Settings = {
  youtubeDailyQuota: 1_000_000,
  youtubeStatsDailyQuota: 1_000_000,
  apifyRunSeconds: 0,
  apifyRunEnds: "SUCCEEDED",
  apifyActorSeconds: {},
  apifyOddities: true,
  apifyMutations: false,
  apifyWebhooks: "twice",
  retiredMetrics: [],
  graphUsage: null,
  graphUnfinishedEvery: null,
  subscribers: "told",
  deadLinkedinVersions: [],
  accessTokenSeconds: null,
};

/** Everything that the routes of one simulator share. */
export type State = {
  world: World;
  /** The world's own. */
  book: AccountBook;
  grants: Grants;
  /** The world's own. */
  gone: Set<string>;
  /** Quota units spent, by project, bucket and day. */
  spent: Map<string, number>;
  settings: Settings;
  runs: Runs;
  faults: FaultBox;
  log: RequestLog;
};
