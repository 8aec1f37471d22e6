import type { FaultBox } from "./fault-box.ts";
import type { World } from "./posts.ts";
import type { RequestLog } from "./request-log.ts";

/** What tests change while the simulator runs. */
export type Settings = {
  youtubeDailyQuota: number;
  /** How long an Apify run works, and how it ends. */
  apifyRunSeconds: number;
  apifyRunEnds: "SUCCEEDED" | "FAILED" | "TIMED-OUT" | "ABORTED";
};

export const DEFAULT_SETTINGS: Settings = {
  youtubeDailyQuota: 1_000_000,
  apifyRunSeconds: 0,
  apifyRunEnds: "SUCCEEDED",
};

/** Everything that the routes of one simulator share. */
export type State = {
  world: World;
  settings: Settings;
  faults: FaultBox;
  log: RequestLog;
};
