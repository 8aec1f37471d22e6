import type { AccountBook } from "./accounts.ts";
import type { FaultBox } from "./fault-box.ts";
import type { Grants } from "./grants.ts";
import type { World } from "./posts.ts";
import type { RequestLog } from "./request-log.ts";

/** What tests change while the simulator runs. */
export type Settings = {
  youtubeDailyQuota: number;
  /** How long an Apify run works, and how it ends. */
  apifyRunSeconds: number;
  apifyRunEnds: "SUCCEEDED" | "FAILED" | "TIMED-OUT" | "ABORTED";
  /** Metric names that Meta's insights and LinkedIn's analytics refuse from now on. */
  retiredMetrics: string[];
  /** What the X-App-Usage and X-Business-Use-Case-Usage headers say, in percent; null: no header. */
  graphUsage: number | null;
  /** LinkedIn versions that answer 426. */
  deadLinkedinVersions: string[];
  /** Seconds that access tokens live, where it is not the server's own choice. */
  accessTokenSeconds: number | null;
};

export const DEFAULT_SETTINGS: Settings = {
  youtubeDailyQuota: 1_000_000,
  apifyRunSeconds: 0,
  apifyRunEnds: "SUCCEEDED",
  retiredMetrics: [],
  graphUsage: null,
  deadLinkedinVersions: [],
  accessTokenSeconds: null,
};

/** Everything that the routes of one simulator share. */
export type State = {
  world: World;
  book: AccountBook;
  grants: Grants;
  /** Api ids of posts that are gone, by platform: `facebook 10…_1`. */
  gone: Set<string>;
  settings: Settings;
  faults: FaultBox;
  log: RequestLog;
};
